// A table of numbers as coloured cells with the numbers in them.
sieve.kinds.matrix = function (figure, theme) {
  var records = sieve.records(figure);
  var across = sieve.distinct(records, figure.x.column), down = sieve.distinct(records, figure.y.column);
  var option = sieve.base(figure, theme);
  var shades = records.map(function (record) { return sieve.shade(figure, record[figure.value]); });
  var low = figure.log || figure.share || figure.less ? Math.min.apply(null, shades) : 0, high = Math.max.apply(null, shades);
  option.xAxis = sieve.categories(figure.x.title, across, theme, false);
  option.yAxis = sieve.categories(figure.y.title, down, theme, true);
  option.grid = {left: option.yAxis.nameGap + 28, right: 20, top: theme.page ? 8 : 52, bottom: option.xAxis.nameGap + 34};
  // From pale to strong blue: one hue, so that lightness alone tells the order.
  var ends = theme.name === 'dark' ? ['#1d2833', '#1f5f8b', '#56b4e9'] : ['#f3f7fb', '#7fb2d6', '#0a4f86'];
  option.visualMap = {show: false, dimension: 2, min: low, max: high > low ? high : low + 1, inRange: {color: ends}};
  option.tooltip.formatter = function (item) {
    var places = [down[item.data.value[1]], across[item.data.value[0]]].map(function (place) { return String(place).replace(/\n/g, ', '); });
    return places.join(' → ') + ': ' + item.data.text;
  };
  option.series = [{
    type: 'heatmap', itemStyle: {borderColor: theme.background, borderWidth: across.length > 24 ? 0 : 1},
    progressive: 0, // all cells at once: a picture is drawn once
    data: records.map(function (record, i) {
      var strong = (shades[i] - low) / ((high - low) || 1) > 0.7;
      return {
        value: [across.indexOf(record[figure.x.column]), down.indexOf(record[figure.y.column]), shades[i]],
        text: sieve.cell(figure, record[figure.value]),
        label: {color: theme.name === 'dark' ? (strong ? '#0b1016' : '#e6eaef') : (strong ? '#ffffff' : '#1c2733')}
      };
    }),
    label: {show: !figure.unlabelled, fontSize: across.length > 5 ? 12 : 14, formatter: function (item) { return item.data.text; }}
  }];
  if (figure.unlabelled) sieve.scale(option, figure, theme);
  return option;
};

// How dark a value is: by its logarithm, where values span many powers of ten; the less, the darker, where less is better.
sieve.shade = function (figure, value) {
  return figure.less ? -value : figure.log ? Math.log(Math.max(value, 1e-17)) / Math.LN10 : value;
};

sieve.cell = function (figure, value) {
  return figure.log ? sieve.number(Number(value.toPrecision(2))) : figure.share ? (100 * value).toFixed(2) : figure.less ? sieve.number(Number(value.toPrecision(4))) : String(value);
};

// Cells without numbers need a scale beside them.
sieve.scale = function (option, figure, theme) {
  var map = option.visualMap;
  option.grid.right = 96;
  map.show = true;
  map.calculable = false;
  map.right = 10;
  map.top = 'middle';
  map.textStyle = {color: theme.faint, fontSize: 12};
  map.text = [map.max, map.min].map(function (shade) { return figure.log ? sieve.number(Number(Math.pow(10, shade).toPrecision(2))) : String(shade); });
};

sieve.categories = function (title, names, theme, vertical) {
  var lines = Math.max.apply(null, names.map(function (name) { return String(name).split('\n').length; }));
  var longest = Math.max.apply(null, names.map(function (name) { return String(name).length; }));
  var many = names.length > 24; // then as many as fit have their name
  var upright = many && !vertical && lines === 1;
  var turned = !vertical && !many && names.length > 5 && lines === 1 && longest > 3;
  return {
    type: 'category', data: names, inverse: vertical, name: title, nameLocation: 'middle',
    nameGap: vertical ? 22 + 7 * longest : upright ? 22 + 5.6 * longest : turned ? 22 + 4.6 * longest : lines > 1 ? 18 + 15 * lines : longest > 16 ? 48 : 32,
    nameTextStyle: {color: theme.text, fontSize: 14}, axisTick: {show: false}, axisLine: {show: false},
    axisLabel: {
      color: theme.faint, fontSize: many ? 10 : 12, interval: many ? 'auto' : 0, rotate: upright ? 90 : turned ? 40 : 0, lineHeight: many ? 11 : 15,
      width: vertical || turned || many || lines > 1 ? undefined : 110, overflow: 'break'
    },
    splitArea: {show: false}
  };
};
