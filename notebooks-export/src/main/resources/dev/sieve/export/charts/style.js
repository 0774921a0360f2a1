// What all charts have in common: colours, type, numbers. Runs in the browser and in the JVM's engine,
// so it knows neither a document nor a module system, and keeps to what both understand.
var sieve = {kinds: {}};

// Okabe and Ito, "Color Universal Design", 2008: told apart with any kind of colour vision.
sieve.themes = {
  light: {
    name: 'light', text: '#1c2733', faint: '#55606e', line: '#8b95a1', grid: '#e3e7ec', shade: 'rgba(0,114,178,0.10)',
    background: '#ffffff', strong: '#000000',
    palette: ['#0072b2', '#d55e00', '#009e73', '#a64d8c', '#8a6d00', '#3a7ca5', '#5b5b5b']
  },
  dark: {
    name: 'dark', text: '#e6eaef', faint: '#a9b4c0', line: '#77828f', grid: '#2c3641', shade: 'rgba(86,180,233,0.16)',
    background: '#151b22', strong: '#ffffff',
    palette: ['#56b4e9', '#ff8c42', '#2cc79b', '#dd8fc0', '#e8c547', '#9cc4e4', '#b5b5b5']
  }
};

// Viridis, by van der Walt and Smith: even in lightness, so it also reads in grey.
sieve.ramp = ['#440154', '#46327e', '#365c8d', '#277f8e', '#1fa187', '#4ac16d', '#a0da39', '#fde725'];

// Numbers as the whole of Sieve shows them: four significant digits, from 1e-4 to 1e7 without an exponent.
sieve.number = function (value) {
  if (value === null || value === undefined || typeof value !== 'number') return String(value);
  if (value === 0) return '0';
  if (!isFinite(value)) return String(value);
  var rounded = Number(value.toPrecision(4)), size = Math.abs(rounded);
  if (size >= 1e-4 && size < 1e7) return String(rounded);
  return rounded.toExponential(3).replace(/\.?0+e/, 'e').replace('e+', 'e');
};

sieve.percent = function (share) {
  return (100 * share).toFixed(2) + ' %';
};

// Which trials the reader of a page chose and kept; a picture has no reader.
sieve.selection = {chosen: function () { return false; }, keeps: function () { return true; }};

// The rows of a figure as objects by column.
sieve.records = function (figure) {
  return figure.rows.map(function (row) {
    var record = {};
    figure.columns.forEach(function (name, i) { record[name] = row[i]; });
    return record;
  });
};

// The different values of a column, in order of appearance.
sieve.distinct = function (records, column) {
  var seen = [];
  records.forEach(function (record) {
    if (seen.indexOf(record[column]) < 0) seen.push(record[column]);
  });
  return seen;
};

sieve.base = function (figure, theme) {
  var page = theme.page === true;
  return {
    animation: false,
    backgroundColor: page ? 'transparent' : theme.background,
    color: theme.palette,
    textStyle: {fontFamily: 'sans-serif', fontSize: 13, color: theme.text},
    title: page ? undefined : {
      text: figure.title, left: 16, top: 12,
      textStyle: {fontSize: 17, fontWeight: 'bold', color: theme.text, fontFamily: 'sans-serif'}
    },
    tooltip: {
      confine: true, backgroundColor: theme.background, borderColor: theme.line,
      textStyle: {color: theme.text, fontSize: 12}
    },
    aria: {enabled: page, label: {enabled: false}},
    grid: {left: 86, right: 28, top: page ? 14 : 54, bottom: 84}
  };
};

// What the legend shows of a line without points, and of a dotted one.
sieve.stroke = 'path://M0,5L26,5L26,7L0,7Z';
sieve.dash = 'path://M0,5L4,5L4,7L0,7ZM8,5L12,5L12,7L8,7ZM16,5L20,5L20,7L16,7Z';

sieve.legend = function (names, theme) {
  return {
    data: names, bottom: 8, left: 'center', itemWidth: 26, itemHeight: 11, itemGap: 18, type: 'plain',
    textStyle: {color: theme.text, fontSize: 13}, inactiveColor: theme.line,
    pageIconColor: theme.text, pageIconInactiveColor: theme.line, pageTextStyle: {color: theme.text}
  };
};

// One series that the title names needs no legend.
sieve.withoutLegend = function (option) {
  option.legend.show = false;
  option.grid.bottom = 56;
};

// The option of a figure: its one definition, for page and picture alike.
sieve.option = function (figure, theme) {
  return sieve.kinds[figure.kind](figure, theme);
};

// Draws a figure as a picture, without a browser.
sieve.svg = function (json) {
  var figure = JSON.parse(json);
  var chart = echarts.init(null, null, {renderer: 'svg', ssr: true, width: figure.width, height: figure.height});
  chart.setOption(sieve.option(figure, sieve.themes.light));
  var svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
};
