// Histograms that lie over each other: bins of equal width, one outline per series.
sieve.kinds.histogram = function (figure, theme) {
  var records = sieve.records(figure);
  var option = sieve.base(figure, theme);
  var plane = sieve.plane({
    x: {title: figure.x.title, column: 'low', also: ['high'], tight: true},
    y: {title: figure.y.title, column: figure.series[0], also: figure.series, zero: true}
  }, records, theme);
  option.grid.left = plane.left;
  option.xAxis = plane.x;
  option.yAxis = plane.y;
  option.legend = sieve.legend(figure.series, theme);
  option.tooltip.trigger = 'axis';
  option.legend.data = figure.series.map(function (name) { return {name: name, icon: 'rect'}; });
  option.legend.itemWidth = 14;
  option.series = plane.extra.concat(figure.series.map(function (name, i) {
    var points = records.map(function (record) { return [record.low, record[name]]; });
    points.push([records[records.length - 1].high, records[records.length - 1][name]]);
    return {
      type: 'line', step: 'end', name: name, data: points, symbol: 'none', itemStyle: {color: theme.palette[i]},
      lineStyle: {color: theme.palette[i], width: 2, type: i === 0 ? 'solid' : 'dashed'}, areaStyle: {color: theme.palette[i], opacity: 0.22}
    };
  }));
  return option;
};

// One value per row with its interval: runs, repeats.
sieve.kinds.ranges = function (figure, theme) {
  var records = sieve.records(figure);
  var names = sieve.distinct(records, 'run'), measures = sieve.distinct(records, 'series');
  var option = sieve.base(figure, theme);
  option.grid.left = 24 + 8 * Math.min(26, Math.max.apply(null, names.map(function (name) { return name.length; })));
  option.xAxis = sieve.linearAxis({title: figure.x.title, share: true}, sieve.values(records, ['low', 'high', 'accuracy']), theme, false);
  option.yAxis = {
    type: 'category', data: names, inverse: true, axisTick: {show: false}, axisLine: {lineStyle: {color: theme.line}},
    axisLabel: {color: theme.text, fontSize: 13, width: 200, overflow: 'truncate'}, splitLine: {show: true, lineStyle: {color: theme.grid}}
  };
  option.legend = sieve.legend(measures, theme);
  option.legend.itemWidth = 14;
  option.tooltip.formatter = function (item) { return item.name; };
  option.series = [sieve.ticks(option.xAxis, theme, false)];
  measures.forEach(function (measure, i) {
    var own = records.filter(function (record) { return record.series === measure; });
    var shift = (i - (measures.length - 1) / 2) * 16;
    option.series.push({
      type: 'scatter', name: measure, symbol: sieve.shapes[i], symbolSize: 11, symbolOffset: [0, shift],
      itemStyle: {color: theme.palette[i], opacity: 1}, data: own.map(function (record) { return {value: [record.accuracy, record.run], name: record.run + ': ' + sieve.percent(record.accuracy)}; })
    });
    option.series.push({
      type: 'custom', silent: true, data: own.filter(function (record) { return record.low !== null; }).map(function (record) { return [record.low, record.high, names.indexOf(record.run)]; }),
      encode: {x: [0, 1], y: 2},
      renderItem: function (params, api) {
        var low = api.coord([api.value(0), api.value(2)]), high = api.coord([api.value(1), api.value(2)]);
        return {type: 'line', shape: {x1: low[0], x2: high[0], y1: low[1] + shift, y2: high[1] + shift}, style: {stroke: theme.palette[i], lineWidth: 2}};
      }
    });
  });
  return option;
};

// Shares of a whole: a group of bars for each name, the largest on top.
sieve.kinds.shares = function (figure, theme) {
  var records = sieve.records(figure);
  var names = sieve.distinct(records, 'name'), parts = sieve.distinct(records, 'series');
  var option = sieve.base(figure, theme);
  var longest = Math.max.apply(null, names.map(function (name) { return name.length; }));
  option.grid.left = 24 + 7.4 * Math.min(26, longest);
  option.xAxis = sieve.linearAxis({title: figure.x.title, share: true, zero: true}, sieve.values(records, ['share']).concat(0), theme, false);
  option.yAxis = {
    type: 'category', data: names, inverse: true, axisTick: {show: false}, axisLine: {lineStyle: {color: theme.line}},
    axisLabel: {color: theme.text, fontSize: 13, width: 190, overflow: 'truncate'}, splitLine: {show: false}
  };
  option.legend = sieve.legend(parts.map(function (name) { return {name: name, icon: 'rect'}; }), theme);
  option.legend.itemWidth = 14;
  option.tooltip.formatter = function (item) {
    return item.name + ', ' + item.seriesName + ': ' + sieve.percent(item.value) + ', ± ' + (100 * item.data.deviation).toFixed(2) + ' points';
  };
  option.series = [sieve.ticks(option.xAxis, theme, false)].concat(parts.map(function (name, i) {
    return {
      type: 'bar', name: name, barMaxWidth: 15, barGap: '12%', itemStyle: {color: theme.palette[i]},
      data: records.filter(function (record) { return record.series === name; })
          .map(function (record) { return {value: record.share, name: record.name, deviation: record.deviation}; })
    };
  }));
  return option;
};

// Bars from a start to an end, in rows: what ran when, and where. A bar may be one trial of a pack: it has that part of
// the row's height.
sieve.kinds.timeline = function (figure, theme) {
  var records = sieve.records(figure);
  var lanes = sieve.distinct(records, 'lane').sort(), stages = sieve.distinct(records, 'series');
  var option = sieve.base(figure, theme);
  option.grid.left = 24 + 6.6 * Math.min(26, Math.max.apply(null, lanes.map(function (name) { return name.length; })));
  option.xAxis = sieve.linearAxis({title: figure.x.title, zero: true}, sieve.values(records, ['start', 'end']), theme, false);
  option.yAxis = {
    type: 'category', data: lanes, inverse: true, axisTick: {show: false}, axisLine: {lineStyle: {color: theme.line}},
    axisLabel: {color: theme.text, fontSize: 12, width: 170, overflow: 'truncate'}, splitLine: {show: false}
  };
  option.legend = sieve.legend(stages.map(function (name) { return {name: name, icon: 'rect'}; }), theme);
  option.legend.itemWidth = 14;
  option.tooltip.formatter = function (item) { return item.data.told; };
  option.series = [sieve.ticks(option.xAxis, theme, false)].concat(stages.map(function (stage, i) {
    return {
      type: 'custom', name: stage, itemStyle: {color: theme.palette[i % theme.palette.length]}, encode: {x: [0, 1], y: 2}, clip: true,
      data: records.filter(function (record) { return record.series === stage; }).map(function (record) {
        return {
          value: [record.start, record.end, lanes.indexOf(record.lane), record.trial ? record.place : 0, record.trial ? record.trials : 1],
          told: (record.trial ? record.trial + ', in ' + record.pack : record.pack) + ': '
              + (record.trial ? '' : record.trials + (record.trials === 1 ? ' trial' : ' trials') + ' of ' + record.series + ', ')
              + sieve.number(record.end - record.start) + ' s'
        };
      }),
      renderItem: function (params, api) {
        var low = api.coord([api.value(0), api.value(2)]), high = api.coord([api.value(1), api.value(2)]);
        var thick = Math.max(3, Math.min(20, 0.72 * api.size([0, 1])[1]));
        return {
          type: 'rect',
          shape: {x: low[0], y: low[1] - thick / 2 + thick * api.value(3) / api.value(4), width: Math.max(1, high[0] - low[0]), height: thick / api.value(4)},
          style: {fill: theme.palette[i % theme.palette.length], opacity: 0.85, stroke: theme.background, lineWidth: 0.6 / api.value(4)}
        };
      }
    };
  }));
  return option;
};
