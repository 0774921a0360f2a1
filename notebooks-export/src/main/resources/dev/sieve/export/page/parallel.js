// Parallel coordinates: one line per trial. A range on an axis keeps the trials within it.
(function () {
  var element = document.getElementById('parallel');
  if (!element) return;
  function measured(trial) { return typeof trial.validation_accuracy === 'number'; }
  var button = document.getElementById('unbrush');
  var most = 600;
  var competing = page.trials.filter(function (trial) { return trial.stage !== 'final' || typeof trial.validation_accuracy === 'number'; });
  var trials = competing.filter(measured), failed = competing.filter(function (trial) { return !measured(trial); }).slice(0, 200);
  if (trials.length > most) { // more lines than these are one grey sheet: the best, and an even choice of the others
    var all = trials;
    trials = page.sample(all, most);
    document.getElementById('parallel-note').textContent = ' Drawn are ' + most + ' of ' + all.length + ' trials, the best among them; a range selects among all.';
  }
  // The best are drawn last, so that no worse one hides them.
  trials = trials.slice().sort(function (a, b) { return a.validation_accuracy - b.validation_accuracy; });
  var many = trials.length > 300;
  var axes = page.data.varied.concat([{column: 'validation_accuracy', name: 'validation', title: 'Validation accuracy', numeric: true, share: true}]);

  // A list of some numbers is no number line: each value has a place of its own, in order.
  axes.forEach(function (axis) {
    var found = sieve.distinct(competing, axis.column).filter(function (value) { return value !== null && value !== undefined; });
    axis.named = !axis.numeric || (!axis.share && !axis.range && found.length <= 8);
    if (axis.named) axis.names = found.sort(axis.numeric ? function (a, b) { return a - b; } : undefined).map(told);
  });

  function told(value) { return typeof value === 'number' ? sieve.number(value) : String(value); }

  axes.filter(function (axis) { return !axis.named; }).forEach(function (axis) {
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
    if (axis.named) return value === null || value === undefined ? '-' : told(value);
    return axis.log ? Math.log10(value === 0 ? axis.zero : value) : value;
  }

  // Whether a trial, drawn or not, lies in one of the ranges of an axis; without ranges all do.
  function within(axis, trial, intervals) {
    var value = axis.named ? axis.names.indexOf(place(axis, trial)) : place(axis, trial);
    return !intervals.length || intervals.some(function (ends) {
      return typeof trial[axis.column] !== 'undefined' && trial[axis.column] !== null && value >= ends[0] && value <= ends[1];
    });
  }

  function labelled(axis) {
    if (axis.share) return function (value) { return Math.round(100 * value) + ' %'; };
    return axis.log ? function (value) { return axis.zero && Math.abs(value - Math.log10(axis.zero)) < 1e-6 ? '0' : sieve.number(Number(Math.pow(10, value).toPrecision(2))); }
        : axis.named ? undefined : function (value) { return sieve.number(value); };
  }

  var chart = page.chart(element, function (theme) {
    var accuracies = trials.map(function (trial) { return trial.validation_accuracy; });
    if (!accuracies.length) accuracies = [0, 1];
    // From one tick to another, and below all accuracies: the lower edge is for what has none.
    var least = Math.min.apply(null, accuracies), most = Math.max.apply(null, accuracies);
    var tick = [0.01, 0.02, 0.05, 0.1, 0.2].filter(function (size) { return (most - least) / size <= 7; })[0];
    var lowest = Math.max(0, tick * Math.floor((least - 0.005) / tick)), highest = Math.min(1, tick * Math.ceil(most / tick + 1e-9));
    var narrow = element.clientWidth < 560;
    return {
      animation: false, backgroundColor: 'transparent', textStyle: {color: theme.text, fontFamily: 'sans-serif'},
      parallel: {left: narrow ? 34 : 60, right: narrow ? 46 : 110, top: 58, bottom: 26, axisExpandable: false},
      parallelAxis: axes.map(function (axis, i) {
        return {
          dim: i, name: narrow || axes.length > 5 ? axis.name : axis.title, type: axis.named ? 'category' : 'value', scale: true,
          min: axis.share ? lowest : axis.low, max: axis.share ? highest : axis.high, interval: axis.share ? tick : axis.log ? (axis.high - axis.low > 6 ? 2 : 1) : undefined,
          data: axis.names,
          nameTextStyle: {color: theme.text, fontSize: narrow ? 10 : 12}, nameGap: i % 2 && axes.length > 3 ? 28 : 12,
          axisLine: {lineStyle: {color: theme.line}}, axisTick: {lineStyle: {color: theme.line}, alignWithLabel: true},
          axisLabel: {color: theme.text, fontSize: 11, backgroundColor: theme.background, padding: [1, 2], formatter: labelled(axis)},
          areaSelectStyle: {width: 22, color: theme.palette[0], opacity: 0.3, borderColor: theme.text}
        };
      }),
      graphic: narrow ? undefined : sieve.scaleName('validation', element.clientHeight / 2 - 122, theme),
      tooltip: {
        confine: true, backgroundColor: theme.background, borderColor: theme.line, textStyle: {color: theme.text, fontSize: 12},
        formatter: function (item) { return item.data ? sieve.describe(item.data.name) : ''; }
      },
      visualMap: {
        show: !narrow, seriesIndex: 0, dimension: axes.length - 1, min: Math.min.apply(null, accuracies), max: Math.max.apply(null, accuracies),
        inRange: {color: theme.name === 'dark' ? sieve.ramp.slice(2) : sieve.ramp.slice(0, 7)}, right: 0, top: 'middle', itemHeight: 150, itemWidth: 12,
        text: [sieve.percent(Math.max.apply(null, accuracies)), sieve.percent(Math.min.apply(null, accuracies))],
        textStyle: {color: theme.faint, fontSize: 11}, calculable: false
      },
      series: [{
        type: 'parallel', smooth: false, inactiveOpacity: 0.06, activeOpacity: 0.9,
        lineStyle: {width: many ? 0.8 : 1.6, opacity: trials.length > 1000 ? 0.12 : many ? 0.35 : 0.75},
        emphasis: {lineStyle: {width: 3.5, opacity: 1}},
        data: trials.map(function (trial) {
          var own = page.chosen.indexOf(trial) >= 0;
          var style = own ? {width: 4, opacity: 1} : sieve.selection.keeps(trial.label) || page.brushed ? undefined : {opacity: 0.04};
          return {name: trial.label, value: axes.map(function (axis) { return place(axis, trial); }), lineStyle: style};
        })
      }, {
        // Down to the lower edge of the last axis; without a colour of the scale.
        type: 'parallel', smooth: false, inactiveOpacity: 0.06, activeOpacity: 0.9,
        lineStyle: {width: failed.length > 50 ? 0.7 : 1.3, opacity: failed.length > 50 ? 0.12 : 0.7, type: 'dashed', color: theme.faint}, z: 1,
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
  page.listeners.push(function (what) { if (what !== 'brushed' && what !== 'view' && !page.brushed) chart.soon(); });
})();
