// Axes with a name, and ticks of their own: ECharts labels only the decades of a logarithmic axis, and
// widens a linear one to its next tick, which leaves a fifth of the picture empty.

sieve.axis = function (title, theme, vertical) {
  return {
    type: 'value', scale: true, name: title, nameLocation: 'middle', nameGap: vertical ? 58 : 32,
    nameTextStyle: {color: theme.text, fontSize: 14},
    axisLine: {show: true, onZero: false, lineStyle: {color: theme.line}},
    axisTick: {show: false}, axisLabel: {show: false}, splitLine: {show: false}
  };
};

// From a little below the smallest to a little above the largest value; from 0 where that is near.
sieve.linearAxis = function (told, values, theme, vertical) {
  var axis = sieve.axis(told.title, theme, vertical);
  var low = Math.min.apply(null, values), high = Math.max.apply(null, values);
  if (!values.length) { low = 0; high = 1; }
  if (told.zero || (low >= 0 && low < 0.1 * high)) low = Math.min(0, low);
  if (low === high) { low -= Math.abs(low) * 0.1 || 1; high += Math.abs(high) * 0.1 || 1; }
  var margin = told.tight ? 0 : 0.04 * (high - low);
  axis.min = low === 0 || (low > 0 && low < margin) ? 0 : low - margin;
  axis.max = high + margin;
  if (told.share) { axis.min = Math.max(0, axis.min); axis.max = Math.min(1, axis.max); }
  var factor = told.share ? 100 : 1;
  axis.marks = sieve.linearTicks(factor * axis.min, factor * axis.max).map(function (tick) {
    return {at: tick.at / factor, label: tick.label};
  });
  return axis;
};

// Round steps of 1, 2 or 5, about six of them, all with the same decimals.
sieve.linearTicks = function (low, high) {
  var rough = (high - low) / 6, power = Math.pow(10, Math.floor(Math.log(rough) / Math.LN10));
  var step = power * (rough / power > 5 ? 10 : rough / power > 2 ? 5 : rough / power > 1 ? 2 : 1);
  var decimals = Math.max(0, -Math.floor(Math.log(step) / Math.LN10 + 1e-9));
  var ticks = [];
  for (var i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
    ticks.push({at: i * step, label: i === 0 ? '0' : decimals > 4 ? sieve.number(Number((i * step).toPrecision(6))) : sieve.grouped((i * step).toFixed(decimals))});
  }
  return ticks;
};

// Names side by side, each with a place of its own.
sieve.namedAxis = function (told, theme, vertical) {
  var axis = sieve.axis(told.title, theme, vertical);
  axis.min = -0.5;
  axis.max = told.names.length - 0.5;
  axis.marks = told.names.map(function (name, i) { return {at: i, label: name}; });
  return axis;
};

sieve.grouped = function (digits) {
  return digits.replace(/^-?\d+/, function (whole) { return whole.replace(/\B(?=(\d{3})+$)/g, ','); });
};

// Zero has no logarithm: on a logarithmic axis it stands some way below the smallest positive value.
sieve.placeOfZero = function (values) {
  var positive = values.filter(function (value) { return value > 0; });
  var low = Math.min.apply(null, positive), high = Math.max.apply(null, positive);
  return low / Math.pow(10, Math.max(0.3, 0.22 * Math.log(high / low) / Math.LN10));
};

sieve.logAxis = function (told, values, theme, vertical) {
  var axis = sieve.axis(told.title, theme, vertical);
  var positive = values.filter(function (value) { return value > 0; });
  var zero = positive.length < values.length ? sieve.placeOfZero(values) : null;
  var first = Math.min.apply(null, positive), last = Math.max.apply(null, positive);
  var low = Math.log(zero || first) / Math.LN10, high = Math.log(last) / Math.LN10;
  var margin = Math.max(0.04, 0.05 * (high - low));
  axis.type = 'log';
  axis.min = Math.pow(10, low - margin);
  axis.max = Math.pow(10, high + margin);
  axis.marks = sieve.logTicks(zero ? Math.sqrt(zero * first) : axis.min, axis.max);
  if (zero) {
    axis.marks.unshift({at: zero, label: '0'});
    axis.gap = Math.sqrt(zero * first);
    axis.zero = zero;
  }
  return axis;
};

// 1, 2, 5 in each decade; only 1 where there are many decades; closer ones where there is none.
sieve.logTicks = function (low, high) {
  var decades = Math.log(high / low) / Math.LN10;
  var digits = decades > 3 ? [1] : decades > 0.7 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9];
  var ticks = [];
  for (var e = Math.floor(Math.log(low) / Math.LN10); e <= Math.ceil(Math.log(high) / Math.LN10); e++) {
    digits.forEach(function (digit) {
      var tick = Number((digit * Math.pow(10, e)).toPrecision(6));
      if (tick >= low && tick <= high) ticks.push({at: tick, label: sieve.number(tick)});
    });
  }
  return ticks;
};

// A silent series that draws ticks, labels and grid lines, and where an axis is broken, its gap.
sieve.ticks = function (axis, theme, vertical) {
  var last = -1e9;
  var marks = axis.gap ? axis.marks.concat([{at: axis.gap}]) : axis.marks;
  return {
    type: 'custom', silent: true, z: 0, clip: false, animation: false, tooltip: {show: false},
    // '-' is no value: the other axis must not stretch to hold one.
    data: marks.map(function (mark) { return [mark.at, '-']; }),
    encode: vertical ? {x: 1, y: 0} : {x: 0, y: 1},
    renderItem: function (params, api) {
      var box = params.coordSys, mark = marks[params.dataIndex];
      var at = vertical ? api.coord([1, mark.at])[1] : api.coord([mark.at, 1])[0];
      if (mark.label === undefined) return sieve.gap(at, box, theme, vertical);
      if (params.dataIndex === 0) last = -1e9;
      var room = Math.abs(at - last) >= (vertical ? 18 : 7.2 * mark.label.length + 10);
      if (room) last = at;
      var line = vertical ? {x1: box.x, x2: box.x + box.width, y1: at, y2: at}
          : {x1: at, x2: at, y1: box.y, y2: box.y + box.height};
      var tick = vertical ? {x1: box.x - 5, x2: box.x, y1: at, y2: at}
          : {x1: at, x2: at, y1: box.y + box.height, y2: box.y + box.height + 5};
      var children = [
        {type: 'line', shape: line, style: {stroke: theme.grid}},
        {type: 'line', shape: tick, style: {stroke: theme.line}}];
      if (room) children.push({
        type: 'text',
        style: {
          text: mark.label, fill: theme.faint, fontSize: 12, fontFamily: 'sans-serif',
          x: vertical ? box.x - 8 : at, y: vertical ? at : box.y + box.height + 8,
          align: vertical ? 'right' : 'center', verticalAlign: vertical ? 'middle' : 'top'
        }
      });
      return {type: 'group', children: children};
    }
  };
};

// Two strokes across an axis that leaves something out.
sieve.gap = function (at, box, theme, vertical) {
  var stroke = function (shift) {
    var x = vertical ? box.x : at + shift, y = vertical ? at + shift : box.y + box.height;
    return {type: 'line', shape: {x1: x - 4, y1: y + 5, x2: x + 4, y2: y - 5}, style: {stroke: theme.line, lineWidth: 1.4}};
  };
  return {type: 'group', children: [stroke(-3), stroke(3)]};
};

// The axes of a figure with x and y, where values stand on them, and what must be drawn for them.
sieve.plane = function (figure, records, theme) {
  var plane = {extra: []};
  ['x', 'y'].forEach(function (letter) {
    var vertical = letter === 'y', told = figure[letter];
    var values = sieve.values(records, [told.column].concat(told.also || [])).concat(told.reach || []);
    var axis = told.names ? sieve.namedAxis(told, theme, vertical)
        : told.log ? sieve.logAxis(told, values, theme, vertical) : sieve.linearAxis(told, values, theme, vertical);
    if (told.marks) axis.marks = told.marks.map(function (value) { return {at: value === 0 && axis.zero ? axis.zero : value, label: sieve.number(value)}; });
    if (vertical) {
      var longest = Math.max.apply(null, axis.marks.map(function (mark) { return mark.label.length; }));
      axis.nameGap = Math.max(34, 20 + 7.2 * longest);
    }
    plane[letter] = axis;
    plane.extra.push(sieve.ticks(axis, theme, vertical));
  });
  // Where a value stands on an axis: 0 has a place of its own on a logarithmic one, and so has each name.
  plane.at = function (letter, value) {
    if (figure[letter].names) return figure[letter].names.indexOf(String(value));
    return value === 0 && plane[letter].zero ? plane[letter].zero : value;
  };
  plane.left = plane.y.nameGap + 28;
  return plane;
};

// All numbers in the columns.
sieve.values = function (records, columns) {
  var values = [];
  records.forEach(function (record) {
    columns.forEach(function (column) {
      if (typeof record[column] === 'number') values.push(record[column]);
    });
  });
  return values;
};
