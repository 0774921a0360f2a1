// All learning curves at once, coloured by result. Those of chosen trials stand out.
(function () {
  var element = document.getElementById('curves');
  if (!element) return;
  var metric = document.getElementById('metric'), along = document.getElementById('along'), note = document.getElementById('curves-note');
  var most = 12, curves = page.data.curves, known = page.trials.filter(function (trial) { return curves.byTrial[trial.label]; });

  function points(trial, x, y) {
    return curves.byTrial[trial.label].map(function (point) { return [point[x], point[y]]; })
        .filter(function (point) { return point[1] !== null; });
  }

  // A loss that grew without bounds would press all others into a line: shown is what the first ones need.
  function within(all) {
    var cap = !/loss$/.test(metric.value) ? Infinity : 1.5 * Math.max.apply(null, all.map(function (one) { return one.points.length ? one.points[0][1] : 0; }));
    var values = [];
    all.forEach(function (one) {
      one.points.forEach(function (point) { values.push({x: point[0], y: Math.min(point[1], cap)}); });
    });
    return values;
  }

  function title(name, share) {
    return metric.selectedOptions[0].textContent + (share ? ' (%)' : /loss$/.test(name) ? ' (nats per example)' : '');
  }

  // The rate of a schedule in steps holds until the next measurement.
  function step(trial) {
    return metric.value === 'eta' && /^(step-decay|constant)$/.test(trial.schedule) ? 'end' : undefined;
  }

  function stepped(trial, points) {
    if (!step(trial)) return points;
    var steps = [];
    points.forEach(function (point, i) {
      if (i) steps.push([point[0], points[i - 1][1]]);
      steps.push(point);
    });
    return steps;
  }

  function option(theme) {
    var name = metric.value, share = /accuracy$/.test(name);
    var x = curves.columns.indexOf(along.value), y = curves.columns.indexOf(name);
    var all = known.map(function (trial) { return {trial: trial, points: points(trial, x, y)}; });
    var chosen = page.chosen.slice(-most).filter(function (trial) { return curves.byTrial[trial.label]; });
    var option = sieve.base({}, theme), ramp = theme.name === 'dark' ? sieve.ramp.slice(1) : sieve.ramp.slice(0, 7);
    var plane = sieve.plane({x: {column: 'x', title: along.selectedOptions[0].textContent, tight: true}, y: {column: 'y', title: title(name, share), share: share}},
        within(all), theme);
    var results = known.map(function (trial) { return trial.validation_accuracy; }).filter(function (value) { return typeof value === 'number'; });
    var low = Math.min.apply(null, results), high = Math.max.apply(null, results);
    option.grid.left = plane.left;
    option.grid.right = results.length > 1 ? 92 : 28;
    option.xAxis = plane.x;
    option.yAxis = plane.y;
    option.legend = sieve.legend(chosen.map(function (trial) { return trial.label; }), theme);
    if (!chosen.length) sieve.withoutLegend(option);
    option.tooltip.formatter = function (item) { return item.data && item.data.trial ? sieve.describe(item.data.trial) : ''; };
    option.series = plane.extra.concat([{
      type: 'lines', coordinateSystem: 'cartesian2d', polyline: true, z: 2, clip: true,
      emphasis: {lineStyle: {width: 3.5, opacity: 1}},
      data: all.sort(function (a, b) { return (a.trial.validation_accuracy || 0) - (b.trial.validation_accuracy || 0); }).map(function (one) {
        var result = one.trial.validation_accuracy, left = chosen.length || !sieve.selection.keeps(one.trial.label);
        return {
          coords: stepped(one.trial, one.points), trial: one.trial.label,
          lineStyle: {
            color: typeof result === 'number' ? echarts.color.lerp(high > low ? (result - low) / (high - low) : 1, ramp) : theme.faint,
            type: typeof result === 'number' ? 'solid' : 'dashed', width: 1.5, opacity: left ? 0.12 : known.length > 60 ? 0.5 : 0.85
          }
        };
      }).filter(function (line) { return line.coords.length > 1; })
    }]).concat(chosen.map(function (trial, i) {
      var colour = theme.palette[i % theme.palette.length];
      return {
        type: 'line', name: trial.label, data: points(trial, x, y), z: 4, symbol: sieve.shapes[Math.floor(i / theme.palette.length) % 4],
        symbolSize: 6, step: step(trial), clip: true, itemStyle: {color: colour}, lineStyle: {color: colour, width: 2.4}
      };
    }));
    if (results.length > 1) {
      option.series.push({type: 'scatter', data: [], silent: true});
      option.visualMap = {
        type: 'continuous', seriesIndex: option.series.length - 1, dimension: 1, min: low, max: high, inRange: {color: ramp}, right: 6, top: 'middle',
        itemHeight: 130, itemWidth: 12, calculable: false, textStyle: {color: theme.faint, fontSize: 11},
        text: [sieve.percent(high), sieve.percent(low)]
      };
      option.graphic = sieve.scaleName('validation', element.clientHeight / 2 - 112, theme);
    }
    var without = page.chosen.filter(function (trial) { return !curves.byTrial[trial.label]; }).map(function (trial) { return trial.label; });
    note.textContent = (known.length ? 'One line per trial, coloured by its validation accuracy at the end; dashed lines diverged or failed. Click a line, or tick rows of the table, to compare. ' : '')
        + (page.chosen.length > most ? 'The last ' + most + ' that were selected stand out. ' : '')
        + (without.length ? 'No curve in this page: ' + without.join(', ') + '. ' : '') + curves.note;
    return option;
  }

  var chart = page.chart(element, option);
  page.link(chart);
  metric.addEventListener('change', function () { chart.draw(); page.changed('view'); });
  along.addEventListener('change', function () { chart.draw(); page.changed('view'); });
  document.getElementById('clear').addEventListener('click', function () { page.chosen = []; page.changed('chosen'); });
  page.curvesShown = function () {
    return chart.instance ? chart.instance.getOption().legend[0].data : [];
  };
})();
