// The trial that was chosen last: what it is, how it learned, and what trains it again.
(function () {
  var card = document.getElementById('trial');
  if (!card) return;
  var shown = null, body = document.getElementById('trial-facts'), command = document.getElementById('trial-command');
  var chart = page.chart(document.getElementById('trial-curve'), option);

  function curve() { return (shown && page.data.curves.byTrial[shown.label]) || []; }

  function option(theme) {
    var x = page.data.curves.columns.indexOf('epoch'), rows = [];
    [['training', 'train_accuracy'], ['validation', 'validation_accuracy']].forEach(function (part) {
      var y = page.data.curves.columns.indexOf(part[1]);
      curve().forEach(function (point) { if (point[y] !== null) rows.push([part[0], point[x], point[y]]); });
    });
    return sieve.option({
      kind: 'lines', columns: ['series', 'epoch', 'value'], rows: rows, x: {column: 'epoch', title: 'Epoch'}, y: {column: 'value', title: 'Accuracy (%)', share: true},
      styles: {training: {color: 0}, validation: {color: 1}}
    }, theme);
  }

  function fact(name, value) {
    var row = document.createElement('div'), term = document.createElement('dt'), told = document.createElement('dd');
    term.textContent = name;
    told.textContent = value;
    row.append(term, told);
    body.appendChild(row);
  }

  function quoted(word) { return /^[\w./:@%+=,-]+$/.test(word) ? word : "'" + word.replace(/'/g, "'\\''") + "'"; }

  function show() {
    shown = page.chosen.length ? page.chosen[page.chosen.length - 1] : null;
    card.hidden = !shown;
    if (!shown) return;
    document.getElementById('trial-name').textContent = shown.label;
    body.replaceChildren();
    if (typeof shown.validation_accuracy === 'number') fact('validation', sieve.percent(shown.validation_accuracy));
    else fact('status', String(shown.status).toLowerCase());
    if (typeof shown.test_accuracy === 'number') fact('test', sieve.percent(shown.test_accuracy));
    page.data.varied.forEach(function (axis) {
      if (shown[axis.column] !== null && shown[axis.column] !== undefined) fact(axis.name, sieve.number(shown[axis.column]));
    });
    var folder = page.data.folders[page.data.several ? shown.run : Object.keys(page.data.folders)[0]];
    command.textContent = ['submit/sieve trial', quoted(folder), shown.stage, shown.trial].join(' ');
    chart.element.hidden = curve().length < 2;
    if (!chart.element.hidden) chart.show();
  }

  document.getElementById('trial-close').addEventListener('click', function () { page.choose(shown, false); });
  document.getElementById('trial-row').addEventListener('click', function () { page.showRow(shown); });
  document.getElementById('trial-copy').addEventListener('click', function () { page.copy(command.textContent, this); });
  page.listeners.push(function (what) { if (what === 'chosen') show(); });
})();
