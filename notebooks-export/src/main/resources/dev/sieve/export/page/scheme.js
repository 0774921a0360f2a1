// Light and dark: what the system prefers, until the button says otherwise. Charts are drawn anew.
var page = {data: JSON.parse(document.getElementById('data').textContent), charts: [], listeners: []};

page.theme = function () {
  var theme = Object.assign({}, sieve.themes[document.documentElement.dataset.scheme]);
  theme.page = true;
  return theme;
};

(function () {
  var button = document.getElementById('scheme'), system = window.matchMedia('(prefers-color-scheme: dark)');
  function set(scheme) {
    document.documentElement.dataset.scheme = scheme;
    button.textContent = scheme === 'dark' ? 'Light colours' : 'Dark colours';
    page.charts.forEach(function (chart) { chart.draw(); });
  }
  button.addEventListener('click', function () {
    set(document.documentElement.dataset.scheme === 'dark' ? 'light' : 'dark');
  });
  system.addEventListener('change', function () { set(system.matches ? 'dark' : 'light'); });
  set(system.matches ? 'dark' : 'light');
})();

// Paper has no colours of its own, and no chart that comes into sight.
window.addEventListener('beforeprint', function () {
  page.charts.forEach(function (chart) { if (chart.element.offsetParent) chart.show(); });
});

// Draws charts anew, those in sight first, each in a task of its own: a brush does not wait for them.
page.queue = [];
page.soon = function (chart) {
  if (page.queue.indexOf(chart) < 0) page.queue.push(chart);
  if (page.queue.length === 1) setTimeout(page.next, 0);
};
page.next = function () {
  function inSight(chart) {
    var at = chart.element.getBoundingClientRect();
    return at.bottom > 0 && at.top < window.innerHeight;
  }
  var first = page.queue.filter(inSight)[0] || page.queue[0];
  page.queue.splice(page.queue.indexOf(first), 1);
  if (page.queue.length) setTimeout(page.next, 0);
  first.draw();
};

// A chart in an element, drawn when it first comes into sight, and again when size or colours change.
page.chart = function (element, option) {
  var chart = {element: element, instance: null, seen: false};
  chart.draw = function () {
    if (!chart.seen) return;
    if (!chart.instance) {
      chart.instance = echarts.init(element, null, {renderer: 'canvas'});
      if (chart.ready) chart.ready(chart.instance);
    }
    chart.instance.setOption(page.fit(option(page.theme()), element), true);
    element.dataset.drawn = 'true';
  };
  chart.soon = function () { page.soon(chart); };
  chart.show = function () { chart.seen = true; chart.draw(); };
  new IntersectionObserver(function (entries, observer) {
    if (entries.some(function (entry) { return entry.isIntersecting; })) { observer.disconnect(); chart.show(); }
  }, {rootMargin: '300px'}).observe(element);
  new ResizeObserver(function () {
    if (chart.instance && element.clientWidth) { chart.instance.resize(); chart.draw(); }
  }).observe(element);
  page.charts.push(chart);
  return chart;
};

// What the colours of a scale on the right mean, above it.
sieve.scaleName = function (name, top, theme) {
  return [{type: 'text', right: 8, top: top, silent: true, style: {text: name, fill: theme.faint, fontSize: 11, fontFamily: 'sans-serif'}}];
};

// What is different where there is little room: a legend of several lines, smaller letters.
page.fit = function (option, element) {
  var width = element.clientWidth, lines = option.legend ? page.legendLines(option.legend, width) : 1;
  if (option.grid) {
    option.grid.bottom += 29 * (lines - 1);
    element.style.setProperty('--legend', 29 * (lines - 1) + 'px');
  }
  if (width < 480) {
    if (option.grid) option.grid.right = Math.min(option.grid.right, 60);
    [option.xAxis, option.yAxis].forEach(function (axis) {
      if (axis && axis.nameTextStyle) axis.nameTextStyle.fontSize = 12;
    });
    if (option.visualMap && option.grid) option.visualMap.itemHeight = Math.min(option.visualMap.itemHeight, 120);
    if (option.series) option.series.forEach(function (series) {
      if (series.type === 'heatmap') series.label.fontSize = 8;
    });
  }
  return option;
};

// How many lines a legend takes, entry by entry.
page.legendLines = function (legend, width) {
  var lines = 1, used = 0;
  legend.data.forEach(function (entry) {
    var needed = legend.itemWidth + 5 + 7 * String(entry.name || entry).length;
    if (used + needed > width - 10 && used > 0) { lines++; used = 0; }
    used += needed + legend.itemGap;
  });
  return lines;
};
