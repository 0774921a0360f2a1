// A table of numbers as coloured cells with the numbers in them.
sieve.kinds.matrix = function (figure, theme) {
  var records = sieve.records(figure);
  var across = sieve.distinct(records, figure.x.column), down = sieve.distinct(records, figure.y.column);
  var option = sieve.base(figure, theme);
  var shade = function (value) { return figure.log ? Math.log(Math.max(value, 1e-300)) / Math.LN10 : value; };
  var shades = records.map(function (record) { return shade(record[figure.value]); });
  var low = figure.log ? Math.min.apply(null, shades) : 0, high = Math.max.apply(null, shades);
  var category = function (told, data, vertical) {
    return {
      type: 'category', data: data, inverse: vertical, name: told.title, nameLocation: 'middle', nameGap: vertical ? 92 : 62,
      nameTextStyle: {color: theme.text, fontSize: 14}, axisTick: {show: false}, axisLine: {show: false},
      axisLabel: {color: theme.faint, fontSize: 12, interval: 0, rotate: !vertical && data.length > 5 ? 40 : 0}, splitArea: {show: false}
    };
  };
  option.grid = {left: 122, right: 20, top: theme.page ? 8 : 52, bottom: 96};
  option.xAxis = category(figure.x, across, false);
  option.yAxis = category(figure.y, down, true);
  // From pale to strong blue: one hue, so that lightness alone tells the order.
  var ends = theme.name === 'dark' ? ['#1d2833', '#1f5f8b', '#56b4e9'] : ['#f3f7fb', '#7fb2d6', '#0a4f86'];
  option.visualMap = {show: false, dimension: 2, min: low, max: high > low ? high : low + 1, inRange: {color: ends}};
  option.tooltip.formatter = function (item) {
    return down[item.data.value[1]] + ' → ' + across[item.data.value[0]] + ': ' + item.data.text;
  };
  option.series = [{
    type: 'heatmap', itemStyle: {borderColor: theme.background, borderWidth: 1},
    data: records.map(function (record, i) {
      var strong = (shades[i] - low) / ((high - low) || 1) > 0.7;
      return {
        value: [across.indexOf(record[figure.x.column]), down.indexOf(record[figure.y.column]), shades[i]],
        text: figure.log ? record[figure.value].toExponential(1) : String(record[figure.value]),
        label: {color: theme.name === 'dark' ? (strong ? '#0b1016' : '#e6eaef') : (strong ? '#ffffff' : '#1c2733')}
      };
    }),
    label: {show: true, fontSize: across.length > 5 ? 12 : 14, formatter: function (item) { return item.data.text; }}
  }];
  return option;
};
