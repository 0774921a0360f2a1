// Trials as points: one colour per stage, intervals of repeats, the narrowed range, the best, and crosses
// for trials without a result.

sieve.shapes = ['circle', 'triangle', 'rect', 'diamond', 'roundRect', 'arrow', 'pin'];

sieve.kinds.points = function (figure, theme) {
  var records = sieve.records(figure);
  var names = sieve.distinct(records, 'series');
  var option = sieve.base(figure, theme);
  figure.y.also = ['low', 'high', 'best'];
  if (figure.shaded) figure.x.reach = (figure.x.reach || []).concat([figure.shaded.low, figure.shaded.high]);
  var plane = sieve.plane(figure, records, theme);
  option.grid.left = plane.left;
  option.xAxis = plane.x;
  option.yAxis = plane.y;
  var legend = names.slice();
  option.series = plane.extra.slice();
  names.forEach(function (name, i) {
    var own = records.filter(function (record) { return record.series === name && !sieve.failed(record); });
    option.series.push(sieve.pointSeries(figure, theme, plane, name, i, own));
    if (own.some(function (record) { return typeof record.low === 'number'; })) {
      option.series.push(sieve.intervals(figure, plane, theme.palette[i % theme.palette.length], own));
    }
  });
  if (records.some(sieve.failed)) {
    legend.push({name: sieve.without, icon: sieve.cross});
    option.series.push(sieve.crosses(records, theme, function (record) {
      return [plane.at('x', record[figure.x.column]), plane.y.min + 0.015 * (plane.y.max - plane.y.min)];
    }));
  }
  if (figure.best && sieve.values(records, ['best']).length) {
    legend.push({name: 'best so far', icon: sieve.stroke});
    option.series.push(sieve.bestSoFar(figure, theme, records));
  }
  if (figure.shaded) {
    legend.push({name: figure.shaded.name, icon: 'rect', itemStyle: {color: theme.shade, borderColor: theme.line, borderWidth: 1}});
    option.series.push(sieve.shaded(figure.shaded, theme));
  }
  if (figure.winner) {
    legend.push('best');
    option.series.push({
      type: 'scatter', name: 'best', data: [[plane.at('x', figure.winner.x), figure.winner.y]], symbolSize: 17, symbol: 'diamond', z: 6, silent: true,
      itemStyle: {color: 'transparent', borderColor: theme.strong, borderWidth: 2.2}
    });
  }
  option.series.push(sieve.chosen(figure, theme, plane, records, 19));
  option.legend = sieve.legend(legend, theme);
  option.legend.itemWidth = 14;
  option.tooltip.trigger = 'item';
  option.tooltip.formatter = function (item) {
    if (!item.data || !item.data.trial) return '';
    return (sieve.describe ? sieve.describe(item.data.trial) : item.data.trial);
  };
  return option;
};

sieve.pointSeries = function (figure, theme, plane, name, i, own) {
  var many = own.length > 2000;
  var data = own.map(function (record) {
    var value = [plane.at('x', record[figure.x.column]), record[figure.y.column]];
    if (many) return value;
    var left = !sieve.selection.keeps(record.trial);
    return {value: value, trial: record.trial, itemStyle: left ? {opacity: 0.12} : undefined};
  });
  return {
    type: 'scatter', name: name, data: data, large: many, largeThreshold: 2000,
    symbol: sieve.shapes[i % sieve.shapes.length], symbolSize: many ? 3 : own.length > 300 ? 6 : 9, z: 3,
    itemStyle: {color: theme.palette[i % theme.palette.length], opacity: own.length > 100 ? 0.7 : 1}
  };
};

// Trials that diverged or failed: where they were searched, as crosses.
sieve.without = 'diverged or failed';
sieve.cross = 'path://M0,1L1,0L5,4L9,0L10,1L6,5L10,9L9,10L5,6L1,10L0,9L4,5Z';
sieve.failed = function (record) { return record.status !== undefined && record.status !== 'completed'; };

sieve.crosses = function (records, theme, place) {
  return {
    type: 'scatter', name: sieve.without, symbol: sieve.cross, symbolSize: records.length > 1000 ? 5 : 9, z: 4,
    itemStyle: {color: theme.faint, opacity: 0.9},
    data: records.filter(sieve.failed).map(function (record) {
      return {value: place(record), trial: record.trial, itemStyle: sieve.selection.keeps(record.trial) ? undefined : {opacity: 0.12}};
    })
  };
};

// A ring around each trial that was chosen in the page.
sieve.chosen = function (figure, theme, plane, records, size) {
  return {
    type: 'scatter', silent: true, symbol: 'circle', symbolSize: size, z: 7,
    itemStyle: {color: 'transparent', borderColor: theme.strong, borderWidth: 1.6, borderType: 'dashed'},
    data: records.filter(function (record) { return sieve.selection.chosen(record.trial); }).map(function (record) {
      return [plane.at('x', record[figure.x.column]), plane.at('y', record[figure.y.column])];
    })
  };
};

sieve.intervals = function (figure, plane, colour, own) {
  return {
    type: 'custom', silent: true, z: 2, tooltip: {show: false},
    data: own.filter(function (record) { return typeof record.low === 'number'; })
        .map(function (record) { return [plane.at('x', record[figure.x.column]), record.low, record.high]; }),
    encode: {x: 0, y: [1, 2]},
    renderItem: function (params, api) {
      var low = api.coord([api.value(0), api.value(1)]), high = api.coord([api.value(0), api.value(2)]);
      var bar = function (x1, y1, x2, y2) {
        return {type: 'line', shape: {x1: x1, y1: y1, x2: x2, y2: y2}, style: {stroke: colour, lineWidth: 1.6}};
      };
      return {type: 'group', children: [
        bar(low[0], low[1], high[0], high[1]), bar(low[0] - 5, low[1], low[0] + 5, low[1]), bar(high[0] - 5, high[1], high[0] + 5, high[1])]};
    }
  };
};

sieve.bestSoFar = function (figure, theme, records) {
  return {
    type: 'line', name: 'best so far', step: 'end', symbol: 'none', z: 4,
    data: records.map(function (record) { return [record[figure.x.column], record.best]; })
        .filter(function (point) { return typeof point[1] === 'number'; }),
    itemStyle: {color: theme.strong}, lineStyle: {color: theme.strong, width: 1.8}
  };
};

// A band over a range of x, as a series so that the legend can name it.
sieve.shaded = function (range, theme) {
  return {
    type: 'line', name: range.name, data: [], silent: true, symbol: 'rect', z: 0,
    itemStyle: {color: theme.shade}, lineStyle: {color: theme.shade, width: 10},
    markArea: {silent: true, itemStyle: {color: theme.shade}, data: [[{xAxis: range.low}, {xAxis: range.high}]]}
  };
};

// Two hyperparameters against each other, what the search went by as colour.
sieve.kinds.map = function (figure, theme) {
  var records = sieve.records(figure);
  var names = sieve.distinct(records, 'series');
  var option = sieve.base(figure, theme);
  var plane = sieve.plane(figure, records, theme);
  var crossed = records.some(sieve.failed);
  var measure = figure.z || {column: 'validation_accuracy', share: true};
  var shown = measure.share ? sieve.percent : sieve.number;
  var values = sieve.values(records, [measure.column]);
  var measured = values.length > 0;
  if (!measured) values = [0, 1];
  option.xAxis = plane.x;
  option.yAxis = plane.y;
  option.grid.left = plane.left;
  option.grid.right = 112;
  option.visualMap = {
    show: measured, type: 'continuous', dimension: 2, min: Math.min.apply(null, values), max: Math.max.apply(null, values), right: 14, top: 'middle',
    itemHeight: 220, itemWidth: 16, calculable: false, inRange: {color: sieve.ramp}, textStyle: {color: theme.faint, fontSize: 12},
    formatter: shown, text: [shown(Math.max.apply(null, values)), shown(Math.min.apply(null, values))],
    seriesIndex: names.map(function (name, i) { return plane.extra.length + i; })
  };
  option.series = plane.extra.concat(names.map(function (name, i) {
    return {
      type: 'scatter', name: name, symbol: sieve.shapes[i % sieve.shapes.length], symbolSize: records.length > 1000 ? 5 : 14,
      itemStyle: {borderColor: theme.line, borderWidth: records.length > 1000 ? 0 : 0.8, color: theme.faint},
      data: records.filter(function (record) { return record.series === name && !sieve.failed(record); }).map(function (record) {
        return {
          value: [plane.at('x', record[figure.x.column]), plane.at('y', record[figure.y.column]), record[measure.column]],
          trial: record.trial, itemStyle: sieve.selection.keeps(record.trial) ? undefined : {opacity: 0.12}
        };
      })
    };
  }));
  if (crossed) option.series.push(sieve.crosses(records, theme, function (record) {
    return [plane.at('x', record[figure.x.column]), plane.at('y', record[figure.y.column])];
  }));
  if (figure.winner) option.series.push({
    type: 'scatter', name: 'best', data: [[plane.at('x', figure.winner.x), plane.at('y', figure.winner.y)]], symbol: 'circle', symbolSize: 24, silent: true,
    itemStyle: {color: 'transparent', borderColor: theme.strong, borderWidth: 2.2}
  });
  option.series.push(sieve.chosen(figure, theme, plane, records, 28));
  option.legend = sieve.legend(names.concat(figure.winner ? ['best'] : []).concat(crossed ? [{name: sieve.without, icon: sieve.cross}] : []), theme);
  option.legend.itemWidth = 14;
  option.tooltip.formatter = function (item) {
    return item.data && item.data.trial ? (sieve.describe ? sieve.describe(item.data.trial) : item.data.trial) : '';
  };
  return option;
};
