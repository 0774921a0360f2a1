// What is chosen stands in the address: a reader who passes it on shows the same.
(function () {
  var mark = '#view?', boxes = ['filter', 'metric', 'along', 'across', 'up'];
  var known = ''; // the address as last read or written

  function box(name) { return document.getElementById(name); }

  function write() {
    // An address that a reader just entered is read first: its event may come after a filter's delay.
    if (location.hash !== known && read()) return;
    var state = new URLSearchParams();
    boxes.forEach(function (name) {
      if (box(name) && box(name).value !== box(name).dataset.first) state.set(name, box(name).value);
    });
    page.chosen.forEach(function (trial) { state.append('trial', trial.label); });
    var hash = String(state) ? mark + state : location.hash.indexOf(mark) === 0 ? '#' : location.hash;
    if (hash !== location.hash) history.replaceState(null, '', hash || '#');
    known = location.hash;
  }

  function read() {
    known = location.hash;
    if (known.indexOf(mark) !== 0) return false;
    var state = new URLSearchParams(known.slice(mark.length));
    boxes.forEach(function (name) {
      if (box(name)) box(name).value = state.has(name) ? state.get(name) : box(name).dataset.first;
    });
    page.chosen = state.getAll('trial').map(function (label) { return page.byLabel[label]; }).filter(Boolean);
    page.changed('filtered');
    page.changed('chosen');
    return true;
  }

  boxes.forEach(function (name) { if (box(name)) box(name).dataset.first = box(name).value; });
  page.listeners.push(write);
  window.addEventListener('hashchange', function () { if (location.hash !== known) read(); });
  read();
})();
