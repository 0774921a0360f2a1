// Learning curves of the trials that are chosen; without a choice, of the best.
(function () {
  var element = document.getElementById('curves');
  if (!element) return;
  var metric = document.getElementById('metric'), note = document.getElementById('curves-note');
  var most = 12;

  function chosen() {
    if (page.chosen.length) return page.chosen.slice(-most);
    var best = page.trials.filter(function (trial) { return page.data.curves.byTrial[trial.label]; })
        .sort(function (a, b) { return (b.validation_accuracy || 0) - (a.validation_accuracy || 0); });
    return best.slice(0, 1);
  }

  // The same definition that draws the figures: a figure made here, of the chosen trials.
  function figure() {
    var name = metric.value, at = page.data.curves.columns.indexOf(name), rows = [], without = [];
    chosen().forEach(function (trial) {
      var curve = page.data.curves.byTrial[trial.label];
      if (!curve) { without.push(trial.label); return; }
      curve.forEach(function (point) {
        if (point[at] !== null) rows.push([trial.label, point[0], point[at]]);
      });
    });
    var share = /accuracy$/.test(name);
    note.textContent = (page.chosen.length ? '' : 'Showing the best trial; tick rows in the table to compare. ')
        + (page.chosen.length > most ? 'The last ' + most + ' that were selected. ' : '')
        + (without.length ? 'No curve in this page: ' + without.join(', ') + '. ' : '') + page.data.curves.note;
    return {
      kind: 'lines', title: '', columns: ['series', 'step', 'value'], rows: rows,
      x: {column: 'step', title: 'Update step'},
      y: {column: 'value', title: metric.selectedOptions[0].textContent + (share ? ' (%)' : /loss$/.test(name) ? ' (nats per image)' : ''), share: share}
    };
  }

  var chart = page.chart(element, function (theme) { return sieve.option(figure(), theme); });
  page.listeners.push(function (what) { if (what === 'chosen') chart.draw(); });
  metric.addEventListener('change', chart.draw);
  document.getElementById('clear').addEventListener('click', function () { page.chosen = []; page.changed('chosen'); });
  page.curvesShown = function () {
    return chart.instance ? chart.instance.getOption().legend[0].data : [];
  };
})();
