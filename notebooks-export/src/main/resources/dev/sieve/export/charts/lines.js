// Curves: one line per series, all measured points marked where they can be told apart.
sieve.kinds.lines = function (figure, theme) {
  var records = sieve.records(figure);
  var names = sieve.distinct(records, 'series');
  var option = sieve.base(figure, theme);
  figure.x.tight = true;
  if (figure.zero) figure.y.zero = true;
  var plane = sieve.plane(figure, records, theme);
  option.grid.left = plane.left;
  option.xAxis = plane.x;
  option.yAxis = plane.y;
  var marked = figure.boundaries && figure.boundaries.length > 0;
  option.legend = sieve.legend(marked ? names.concat([{name: 'end of cycle', icon: sieve.dash}]) : names, theme);
  if (names.length === 1 && !marked && !theme.page) sieve.withoutLegend(option);
  option.tooltip.trigger = 'axis';
  option.tooltip.valueFormatter = function (value) { return figure.y.share ? sieve.percent(value) : sieve.number(value); };
  option.series = plane.extra.concat(names.map(function (name, i) {
    var style = (figure.styles || {})[name] || {color: i};
    var colour = theme.palette[style.color % theme.palette.length];
    var points = records.filter(function (record) { return record.series === name; })
        .map(function (record) { return [record[figure.x.column], record[figure.y.column]]; });
    return {
      type: 'line', name: name, data: points, symbol: style.symbol || 'circle', symbolSize: 6,
      showSymbol: points.length <= 60, showAllSymbol: true, step: style.step, sampling: points.length > 2000 ? 'lttb' : undefined,
      itemStyle: {color: colour}, lineStyle: {color: colour, width: 2, type: style.dash || 'solid'}
    };
  }));
  if (marked) option.series.push(sieve.boundaries(figure.boundaries, theme));
  return option;
};

// Vertical lines where a cycle of the learning rate ends: a series without points, so that the legend
// can name them.
sieve.boundaries = function (steps, theme) {
  return {
    type: 'line', name: 'end of cycle', data: [], silent: true, itemStyle: {color: theme.line},
    markLine: {
      silent: true, symbol: 'none', animation: false, label: {show: false},
      lineStyle: {color: theme.line, type: 'dotted', width: 1.5},
      data: steps.map(function (step) { return {xAxis: step}; })
    }
  };
};
