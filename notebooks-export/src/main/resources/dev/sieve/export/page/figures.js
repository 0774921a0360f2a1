// Points are trials: a click chooses one, and what the table holds is what stands out.
page.link = function (chart) {
  chart.ready = function (instance) {
    instance.on('click', function (item) {
      var trial = item.data && page.byLabel[item.data.trial];
      if (trial) page.choose(trial, page.chosen.indexOf(trial) < 0);
    });
  };
  page.listeners.push(function (what) { if (what !== 'view') chart.soon(); });
};

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
    row.forEach(function (value) {
      var cell = line.insertCell();
      cell.textContent = value === null ? '' : sieve.number(value);
      if (typeof value === 'number') { cell.className = 'number'; cell.title = value; }
    });
  });
  if (figure.rows.length > most) {
    table.createCaption().textContent = 'The first ' + most + ' of ' + sieve.grouped(String(figure.rows.length)) + ' rows; all of them are in figures/' + figure.id + '.csv';
  }
  return table;
};

// A picture of a figure, as export --figures draws it: light, with a title, twice as many pixels as on the page.
page.picture = function (figure, type, done) {
  var svg = sieve.svg(JSON.stringify(figure));
  if (type === 'SVG') return done(new Blob([svg], {type: 'image/svg+xml'}));
  var image = new Image(), canvas = document.createElement('canvas');
  canvas.width = 2 * figure.width;
  canvas.height = 2 * figure.height;
  image.onload = function () {
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob(done, 'image/png');
  };
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
};

page.save = function (blob, name) {
  var link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
};

// The figures of the report, and their numbers as tables for those who cannot see them.
page.data.figures.forEach(function (figure) {
  var element = document.querySelector('[data-figure="' + figure.id + '"]');
  var chart = element && page.chart(element, function (theme) { return sieve.option(figure, theme); });
  if (chart && figure.columns.indexOf('trial') >= 0) page.link(chart);
  document.querySelectorAll('[data-save="' + figure.id + '"] button').forEach(function (button) {
    button.addEventListener('click', function () {
      page.picture(figure, button.textContent, function (blob) { page.save(blob, figure.id + '.' + button.textContent.toLowerCase()); });
    });
  });
  var numbers = document.querySelector('[data-numbers="' + figure.id + '"]');
  if (numbers) numbers.addEventListener('toggle', function () {
    var room = numbers.querySelector('div');
    if (numbers.open && !room.firstChild) room.appendChild(page.numbers(figure));
  });
});
