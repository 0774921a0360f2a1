// All pairs of hyperparameters, and each against the accuracy, as small charts in a triangle.
(function () {
  var element = document.getElementById('pairs');
  if (!element) return;
  var most = 400, measure = {column: 'validation_accuracy', name: 'validation', share: true};
  var trials = page.sample(page.trials.filter(function (trial) { return trial.stage !== 'final' && typeof trial.validation_accuracy === 'number'; }), most);
  trials.sort(function (a, b) { return a.validation_accuracy - b.validation_accuracy; }); // the best are on top
  if (page.trials.length > most) document.getElementById('pairs-note').textContent = ' Drawn are the best, and an even choice of the others: ' + trials.length + '.';

  function values(axis) {
    return trials.map(function (trial) { return trial[axis.column]; }).filter(function (value) { return value !== null && value !== undefined; });
  }

  // As many as fit side by side, 110 pixels each.
  function shown() { return page.data.varied.slice(0, Math.max(2, Math.min(6, Math.floor((element.clientWidth - 70) / 110)))); }

  // Where values stand: logarithms on a logarithmic axis, places in order for names.
  function scale(axis) {
    var all = values(axis), scale = {axis: axis, names: axis.share || axis.numeric ? null : sieve.distinct(trials, axis.column).map(String).sort()};
    var zero = axis.log && all.some(function (value) { return value <= 0; }) ? sieve.placeOfZero(all) : null;
    scale.at = function (trial) {
      var value = trial[axis.column];
      if (value === null || value === undefined) return null;
      return scale.names ? scale.names.indexOf(String(value)) : axis.log ? Math.log10(value > 0 ? value : zero) : value;
    };
    scale.told = function (at) {
      if (scale.names) return scale.names[at] === undefined ? '' : scale.names[at];
      if (axis.share) return (100 * at).toFixed(1) + ' %';
      if (!axis.log) return sieve.number(Number(at.toPrecision(3)));
      return zero && at < Math.log10(zero) + 1e-6 ? '0' : sieve.number(Number(Math.pow(10, at).toPrecision(2)));
    };
    var places = trials.map(scale.at).filter(function (value) { return value !== null; });
    scale.min = Math.min.apply(null, places);
    scale.max = Math.max.apply(null, places);
    if (scale.min === scale.max) { scale.min -= 0.5; scale.max += 0.5; }
    return scale;
  }

  // The ends are labels enough for so small a chart, and stand within it.
  function axis(scale, index, named, vertical, theme) {
    return {
      type: 'value', gridIndex: index, min: scale.min, max: scale.max, interval: scale.max - scale.min,
      name: named ? scale.axis.name : undefined, nameLocation: 'middle', nameGap: vertical ? 48 : 24, nameTextStyle: {color: theme.text, fontSize: 12},
      axisLine: {show: true, onZero: false, lineStyle: {color: theme.line}}, splitLine: {show: false}, axisTick: {show: false},
      axisLabel: {
        show: named, color: theme.faint, fontSize: 11, margin: 8, formatter: scale.told,
        alignMinLabel: vertical ? undefined : 'left', alignMaxLabel: vertical ? undefined : 'right',
        verticalAlignMinLabel: vertical ? 'bottom' : undefined, verticalAlignMaxLabel: vertical ? 'top' : undefined
      }
    };
  }

  var chart = page.chart(element, function (theme) {
    var axes = shown(), scales = axes.concat([measure]).map(scale), sides = axes.length;
    var room = {left: 70, right: 4, top: 8, bottom: 44}, gap = 16;
    var width = (element.clientWidth - room.left - room.right) / sides, height = (element.clientHeight - room.top - room.bottom) / sides;
    var option = {
      animation: false, backgroundColor: 'transparent', textStyle: {color: theme.text, fontFamily: 'sans-serif'}, grid: [], xAxis: [], yAxis: [], series: [],
      tooltip: {
        confine: true, backgroundColor: theme.background, borderColor: theme.line, textStyle: {color: theme.text, fontSize: 12},
        formatter: function (item) { return item.data && item.data.trial ? sieve.describe(item.data.trial) : ''; }
      },
      visualMap: {show: false, type: 'continuous', dimension: 2, min: Infinity, max: -Infinity, inRange: {color: theme.name === 'dark' ? sieve.ramp.slice(1) : sieve.ramp.slice(0, 7)}}
    };
    trials.forEach(function (trial) {
      option.visualMap.min = Math.min(option.visualMap.min, trial.validation_accuracy);
      option.visualMap.max = Math.max(option.visualMap.max, trial.validation_accuracy);
    });
    for (var row = 1; row <= sides; row++) {
      for (var column = 0; column < row; column++) {
        var index = option.grid.length, x = scales[column], y = scales[row];
        option.grid.push({left: room.left + column * width, top: room.top + (row - 1) * height, width: width - gap, height: height - gap});
        option.xAxis.push(axis(x, index, row === sides, false, theme));
        option.yAxis.push(axis(y, index, column === 0, true, theme));
        option.series.push({
          type: 'scatter', clip: false, xAxisIndex: index, yAxisIndex: index, symbolSize: trials.length > 100 ? 4 : 7,
          data: trials.map(function (trial) {
            var own = sieve.selection.chosen(trial.label), at = [x.at(trial), y.at(trial), trial.validation_accuracy];
            return {
              value: at, trial: trial.label, symbolSize: own ? 11 : undefined,
              itemStyle: own ? {borderColor: theme.strong, borderWidth: 1.6} : sieve.selection.keeps(trial.label) ? undefined : {opacity: 0.1}
            };
          }).filter(function (point) { return point.value[0] !== null && point.value[1] !== null; })
        });
      }
    }
    return option;
  });
  page.link(chart);
})();
