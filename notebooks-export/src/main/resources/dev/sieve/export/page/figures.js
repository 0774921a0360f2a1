// The figures of the report, and their numbers as tables for those who cannot see them.
page.data.figures.forEach(function (figure) {
  var element = document.querySelector('[data-figure="' + figure.id + '"]');
  if (element) page.chart(element, function (theme) { return sieve.option(figure, theme); });
  var numbers = document.querySelector('[data-numbers="' + figure.id + '"]');
  if (numbers) numbers.addEventListener('toggle', function () {
    var room = numbers.querySelector('div');
    if (numbers.open && !room.firstChild) room.appendChild(page.numbers(figure));
  });
});

page.numbers = function (figure) {
  var most = 500, table = document.createElement('table');
  var head = table.createTHead().insertRow();
  figure.columns.forEach(function (name) {
    var cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = name;
    head.appendChild(cell);
  });
  var body = table.createTBody();
  figure.rows.slice(0, most).forEach(function (row) {
    var line = body.insertRow();
    row.forEach(function (value) { line.insertCell().textContent = value === null ? '' : value; });
  });
  if (figure.rows.length > most) {
    table.createCaption().textContent = 'The first ' + most + ' of ' + figure.rows.length + ' rows';
  }
  return table;
};
