// What is chosen stands in the address: a reader who passes it on shows the same.
(function () {
  var mark = '#view?', boxes = ['filter', 'metric', 'along', 'across', 'up'];

  function box(name) { return document.getElementById(name); }

  function write() {
    var state = new URLSearchParams();
    boxes.forEach(function (name) {
      if (box(name) && box(name).value !== box(name).dataset.first) state.set(name, box(name).value);
    });
    page.chosen.forEach(function (trial) { state.append('trial', trial.label); });
    var hash = String(state) ? mark + state : location.hash.indexOf(mark) === 0 ? '#' : location.hash;
    if (hash !== location.hash) history.replaceState(null, '', hash || '#');
  }

  function read() {
    if (location.hash.indexOf(mark) !== 0) return;
    var state = new URLSearchParams(location.hash.slice(mark.length));
    boxes.forEach(function (name) {
      if (box(name)) box(name).value = state.has(name) ? state.get(name) : box(name).dataset.first;
    });
    page.chosen = state.getAll('trial').map(function (label) { return page.byLabel[label]; }).filter(Boolean);
    page.changed('filtered');
    page.changed('chosen');
  }

  boxes.forEach(function (name) { if (box(name)) box(name).dataset.first = box(name).value; });
  page.listeners.push(write);
  window.addEventListener('hashchange', read);
  read();
})();
