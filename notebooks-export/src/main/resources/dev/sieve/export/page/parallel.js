// Parallel coordinates: one line per trial. A range on an axis keeps the trials within it.
(function () {
  var element = document.getElementById('parallel');
  if (!element) return;
  function measured(trial) { return typeof trial.validation_accuracy === 'number'; }
  var button = document.getElementById('unbrush');
  var most = 2000;
  var competing = page.trials.filter(function (trial) { return trial.stage !== 'final' || typeof trial.validation_accuracy === 'number'; });
  var trials = competing.filter(measured), failed = competing.filter(function (trial) { return !measured(trial); }).slice(0, 500);
  if (trials.length > most) { // an even choice: more lines than these are one grey sheet
    var all = trials;
    trials = [];
    for (var i = 0; i < most; i++) trials.push(all[Math.floor(i * all.length / most)]);
  }
  var axes = page.data.varied.concat([{column: 'validation_accuracy', name: 'validation', title: 'Validation accuracy', numeric: true, share: true}]);

  axes.forEach(function (axis) {
    var values = page.trials.map(function (trial) { return trial[axis.column]; }).filter(function (value) { return typeof value === 'number'; });
    if (axis.reach) values = values.concat(axis.reach);
    if (!axis.log) {
      if (axis.numeric && !axis.share && axis.reach && axis.reach.length) {
        axis.low = Math.min.apply(null, values);
        axis.high = Math.max.apply(null, values);
        if (axis.low === axis.high) axis.low = axis.high = undefined;
      }
      return;
    }
    var positive = values.filter(function (value) { return value > 0; });
    axis.low = Math.floor(Math.log10(Math.min.apply(null, positive))); // from decade to decade
    axis.high = Math.ceil(Math.log10(Math.max.apply(null, positive)));
    if (positive.length < values.length) axis.zero = Math.pow(10, --axis.low);
  });

  function place(axis, trial) {
    var value = trial[axis.column];
    if (axis.numeric) return axis.log ? Math.log10(value === 0 ? axis.zero : value) : value;
    return String(value);
  }

  // Whether a trial, drawn or not, lies in one of the ranges of an axis; without ranges all do.
  function within(axis, trial, intervals) {
    var value = axis.numeric ? place(axis, trial) : sieve.distinct(competing, axis.column).map(String).indexOf(place(axis, trial));
    return !intervals.length || intervals.some(function (ends) {
      return typeof trial[axis.column] !== 'undefined' && trial[axis.column] !== null && value >= ends[0] && value <= ends[1];
    });
  }

  function labelled(axis) {
    if (axis.share) return function (value) { return (100 * value).toFixed(1) + ' %'; };
    return axis.log ? function (value) { return axis.zero && Math.abs(value - Math.log10(axis.zero)) < 1e-6 ? '0' : sieve.number(Number(Math.pow(10, value).toPrecision(2))); }
        : axis.numeric ? function (value) { return sieve.number(value); } : undefined;
  }

  var chart = page.chart(element, function (theme) {
    var accuracies = trials.map(function (trial) { return trial.validation_accuracy; });
    if (!accuracies.length) accuracies = [0, 1];
    // From one even per cent to another, so that the lower edge is free for what has no accuracy.
    var lowest = Math.max(0, Math.floor(50 * Math.min.apply(null, accuracies) - 0.25) / 50);
    var highest = Math.min(1, Math.ceil(50 * Math.max.apply(null, accuracies)) / 50);
    var narrow = element.clientWidth < 560;
    return {
      animation: false, backgroundColor: 'transparent', textStyle: {color: theme.text, fontFamily: 'sans-serif'},
      parallel: {left: narrow ? 34 : 60, right: narrow ? 46 : 110, top: 58, bottom: 26, axisExpandable: false},
      parallelAxis: axes.map(function (axis, i) {
        return {
          dim: i, name: narrow || axes.length > 5 ? axis.name : axis.title, type: axis.numeric ? 'value' : 'category', scale: true,
          min: axis.share ? lowest : axis.low, max: axis.share ? highest : axis.high, interval: axis.log ? (axis.high - axis.low > 6 ? 2 : 1) : undefined,
          data: axis.numeric ? undefined : sieve.distinct(competing, axis.column).map(String),
          nameTextStyle: {color: theme.text, fontSize: narrow ? 10 : 12}, nameGap: i % 2 && axes.length > 3 ? 28 : 12,
          axisLine: {lineStyle: {color: theme.line}}, axisTick: {lineStyle: {color: theme.line}},
          axisLabel: {color: theme.text, fontSize: 11, textBorderColor: theme.background, textBorderWidth: 4, formatter: labelled(axis)},
          areaSelectStyle: {width: 22, color: theme.palette[0], opacity: 0.3, borderColor: theme.text}
        };
      }),
      tooltip: {
        confine: true, backgroundColor: theme.background, borderColor: theme.line, textStyle: {color: theme.text, fontSize: 12},
        formatter: function (item) { return item.data ? sieve.describe(item.data.name) : ''; }
      },
      visualMap: {
        show: !narrow, seriesIndex: 0, dimension: axes.length - 1, min: Math.min.apply(null, accuracies), max: Math.max.apply(null, accuracies),
        inRange: {color: theme.name === 'dark' ? sieve.ramp.slice(2) : sieve.ramp.slice(0, 7)}, right: 0, top: 'middle', itemHeight: 150, itemWidth: 12,
        formatter: function (share) { return (100 * share).toFixed(1) + ' %'; }, textStyle: {color: theme.faint, fontSize: 11}, calculable: false
      },
      series: [{
        type: 'parallel', smooth: false, inactiveOpacity: 0.06, activeOpacity: 0.9,
        lineStyle: {width: 1.6, opacity: trials.length > 300 ? 0.35 : 0.75},
        emphasis: {lineStyle: {width: 3.5, opacity: 1}},
        data: trials.map(function (trial) {
          var own = page.chosen.indexOf(trial) >= 0;
          var style = own ? {width: 4, opacity: 1} : sieve.selection.keeps(trial.label) || page.brushed ? undefined : {opacity: 0.04};
          return {name: trial.label, value: axes.map(function (axis) { return place(axis, trial); }), lineStyle: style};
        })
      }, {
        // Down to the lower edge of the last axis; without a colour of the scale.
        type: 'parallel', smooth: false, inactiveOpacity: 0.06, activeOpacity: 0.9,
        lineStyle: {width: 1.3, opacity: 0.7, type: 'dashed', color: theme.faint},
        emphasis: {lineStyle: {width: 3.5, opacity: 1}},
        data: failed.map(function (trial) {
          return {name: trial.label, value: axes.map(function (axis) { return axis.share ? lowest : place(axis, trial); })};
        })
      }]
    };
  });
  chart.ready = function (instance) {
    instance.on('axisareaselected', function () {
      var ranges = axes.map(function () { return []; });
      instance.getModel().queryComponents({mainType: 'parallelAxis'}).forEach(function (axis, i) { ranges[i] = axis.activeIntervals; });
      var any = ranges.some(function (intervals) { return intervals.length; });
      page.brushed = any ? {} : null;
      page.trials.forEach(function (trial) {
        if (any && axes.every(function (axis, i) { return within(axis, trial, ranges[i]); })) page.brushed[trial.index] = true;
      });
      button.hidden = !any;
      page.changed('brushed');
    });
    instance.on('click', function (item) { if (item.data) page.choose(page.byLabel[item.data.name], true); });
  };
  button.addEventListener('click', function () {
    page.brushed = null;
    button.hidden = true;
    chart.draw();
    page.changed('brushed');
  });
  page.listeners.push(function (what) { if (what !== 'brushed' && !page.brushed) chart.draw(); });
})();
