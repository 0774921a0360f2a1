// Any two columns of the table against each other: hyperparameters, or what came of them.
(function () {
  var element = document.getElementById('explore');
  if (!element) return;
  var across = document.getElementById('across'), up = document.getElementById('up'), note = document.getElementById('explore-note');
  var measures = ['validation_accuracy', 'train_accuracy', 'test_accuracy', 'validation_loss', 'train_loss', 'test_loss', 'score', 'steps', 'parameters']
      .filter(function (name) { return page.trials.some(function (trial) { return typeof trial[name] === 'number'; }); });
  var axes = page.data.varied.concat(measures.map(function (name) {
    return {column: name, name: name.replace(/_/g, ' '), title: name.replace(/_/g, ' ') + (/accuracy$|^score$/.test(name) ? ' (%)' : /loss$/.test(name) ? ' (nats per example)' : ''), numeric: true, measure: true, share: /accuracy$|^score$/.test(name)};
  }));

  function choices(select, chosen) {
    axes.forEach(function (axis) {
      var option = document.createElement('option');
      option.value = axis.column;
      option.textContent = axis.name;
      option.selected = axis.column === chosen;
      select.appendChild(option);
    });
  }
  choices(across, axes[0].column);
  choices(up, 'validation_accuracy');

  function axis(select) { return axes.filter(function (one) { return one.column === select.value; })[0]; }

  function scale(axis) {
    var scale = {column: axis.column, title: axis.title, log: axis.log, share: axis.share};
    if (axis.reach && axis.reach.length) scale.reach = axis.reach;
    if (!axis.numeric) scale.names = sieve.distinct(page.trials, axis.column).filter(function (value) { return value !== null; }).map(String).sort();
    return scale;
  }

  var contour = document.getElementById('contour');

  // There are contours over two hyperparameters that are numbers.
  function contoured() {
    var x = axis(across), y = axis(up);
    return x !== y && [x, y].every(function (one) { return one.numeric && !one.measure; });
  }

  // Two hyperparameters show the accuracy as colour; where a measure is one of the axes, colours are stages.
  function figure() {
    var x = axis(across), y = axis(up), both = !x.measure && !y.measure;
    var rows = page.trials.filter(function (trial) {
      var failed = typeof trial.validation_accuracy !== 'number';
      return trial[x.column] !== null && (trial[y.column] !== null || (failed && !both && y.measure));
    }).map(function (trial) {
      return [(page.data.several ? trial.run : trial.stage), trial.label, trial[x.column], trial[y.column], trial.validation_accuracy,
        typeof trial.validation_accuracy === 'number' ? 'completed' : 'failed'];
    });
    if (both) rows.sort(function (a, b) { return a[4] - b[4]; });
    document.getElementById('contoured').hidden = !contoured();
    note.textContent = both ? 'Each point is a trial, its shape the stage, its colour the validation accuracy; the best are on top.'
        : 'Each point is a trial, its colour and shape the ' + (page.data.several ? 'run.' : 'stage.');
    if (contoured() && contour.checked) note.textContent += ' Contours show the mean accuracy of neighbouring trials; where no trial is near, there are none.';
    return {
      kind: both ? 'map' : 'points', columns: ['series', 'trial', x.column, y.column + (x === y ? ' ' : ''), both || y.column !== 'validation_accuracy' && x.column !== 'validation_accuracy' ? 'validation_accuracy' : ' ', 'status'],
      rows: rows, x: scale(x), y: scale(y)
    };
  }

  var chart = page.chart(element, function (theme) {
    var option = sieve.option(figure(), theme);
    var contours = contoured() && contour.checked && page.contours(across.value + ' ' + up.value, option, theme);
    if (contours) option.series.push(contours);
    return option;
  });
  page.link(chart);
  [across, up, contour].forEach(function (select) {
    select.addEventListener('change', function () { chart.draw(); page.changed('view'); });
  });
})();
