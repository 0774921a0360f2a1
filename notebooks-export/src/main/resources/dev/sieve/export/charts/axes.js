// Axes with a name, and logarithmic ones with ticks at 1, 2 and 5.

sieve.axis = function (title, theme, vertical) {
  return {
    type: 'value', scale: true, name: title, nameLocation: 'middle', nameGap: vertical ? 58 : 32,
    nameTextStyle: {color: theme.text, fontSize: 14},
    axisLine: {show: true, onZero: false, lineStyle: {color: theme.line}},
    axisTick: {show: true, lineStyle: {color: theme.line}},
    axisLabel: {color: theme.faint, fontSize: 12, hideOverlap: true},
    splitLine: {lineStyle: {color: theme.grid}}
  };
};

// Shares are told in per cent: the unit stands in the title.
sieve.accuracyAxis = function (title, theme) {
  var axis = sieve.axis(title, theme, true);
  axis.axisLabel.formatter = function (share) { return sieve.number(100 * share); };
  return axis;
};

// A logarithmic axis from a little below the smallest to a little above the largest value. ECharts
// labels decades alone, so its labels are hidden and sieve.logTicks draws others.
sieve.logAxis = function (title, values, theme, vertical) {
  var axis = sieve.axis(title, theme, vertical);
  var positive = values.filter(function (value) { return value > 0; });
  var low = Math.log(Math.min.apply(null, positive)) / Math.LN10;
  var high = Math.log(Math.max.apply(null, positive)) / Math.LN10;
  var margin = Math.max(0.04, 0.05 * (high - low));
  axis.type = 'log';
  axis.min = Math.pow(10, low - margin);
  axis.max = Math.pow(10, high + margin);
  axis.axisLabel.show = false;
  axis.axisTick.show = false;
  axis.splitLine.show = false;
  return axis;
};

// 1, 2, 5 in each decade; only 1 where there are many decades; closer ones where there is none.
sieve.tickValues = function (low, high) {
  var decades = Math.log(high / low) / Math.LN10;
  var digits = decades > 3 ? [1] : decades > 0.7 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9];
  var ticks = [];
  for (var e = Math.floor(Math.log(low) / Math.LN10); e <= Math.ceil(Math.log(high) / Math.LN10); e++) {
    digits.forEach(function (digit) {
      var tick = Number((digit * Math.pow(10, e)).toPrecision(6));
      if (tick >= low && tick <= high) ticks.push(tick);
    });
  }
  return ticks;
};

// A silent series that draws ticks, labels and grid lines of a logarithmic axis.
sieve.logTicks = function (axis, theme, vertical) {
  var last = -1e9;
  return {
    type: 'custom', silent: true, z: 0, clip: false, animation: false, tooltip: {show: false},
    // '-' is no value: the other axis must not stretch to hold one.
    data: sieve.tickValues(axis.min, axis.max).map(function (tick) { return [tick, '-']; }),
    encode: vertical ? {x: 1, y: 0} : {x: 0, y: 1},
    renderItem: function (params, api) {
      var box = params.coordSys;
      var at = vertical ? api.coord([1, api.value(0)])[1] : api.coord([api.value(0), 1])[0];
      if (params.dataIndex === 0) last = -1e9;
      var label = sieve.number(api.value(0));
      var needed = vertical ? 18 : 8 * label.length + 10;
      var room = Math.abs(at - last) >= needed;
      if (room) last = at;
      var ends = vertical ? {x1: box.x, x2: box.x + box.width, y1: at, y2: at}
          : {x1: at, x2: at, y1: box.y, y2: box.y + box.height};
      var tick = vertical ? {x1: box.x - 5, x2: box.x, y1: at, y2: at}
          : {x1: at, x2: at, y1: box.y + box.height, y2: box.y + box.height + 5};
      var children = [
        {type: 'line', shape: ends, style: {stroke: theme.grid}},
        {type: 'line', shape: tick, style: {stroke: theme.line}}];
      if (room) children.push({
        type: 'text',
        style: {
          text: label, fill: theme.faint, fontSize: 12, fontFamily: 'sans-serif',
          x: vertical ? box.x - 8 : at, y: vertical ? at : box.y + box.height + 8,
          align: vertical ? 'right' : 'center', verticalAlign: vertical ? 'middle' : 'top'
        }
      });
      return {type: 'group', children: children};
    }
  };
};

// The axes of a figure with x and y, and what must be drawn for them.
sieve.plane = function (figure, records, theme) {
  var plane = {extra: []};
  ['x', 'y'].forEach(function (letter) {
    var vertical = letter === 'y';
    var told = figure[letter];
    if (told.log) {
      var values = records.map(function (record) { return record[told.column]; });
      if (told.also) values = values.concat(told.also);
      plane[letter] = sieve.logAxis(told.title, values, theme, vertical);
      plane.extra.push(sieve.logTicks(plane[letter], theme, vertical));
    } else {
      plane[letter] = told.share ? sieve.accuracyAxis(told.title, theme) : sieve.axis(told.title, theme, vertical);
    }
  });
  return plane;
};
