// What is chosen stands in the address: a reader who passes it on shows the same.
(function () {
  var mark = '#view?', boxes = ['filter', 'metric', 'along', 'across', 'up', 'contour'];
  var known = ''; // the address as last read or written

  function box(name) { return document.getElementById(name); }

  function value(name) { return box(name).type === 'checkbox' ? (box(name).checked ? 'on' : '') : box(name).value; }

  function set(name, value) {
    if (box(name).type === 'checkbox') box(name).checked = value === 'on';
    else box(name).value = value;
  }

  function write() {
    // An address that a reader just entered is read first: its event may come after a filter's delay.
    if (location.hash !== known && read()) return;
    var state = new URLSearchParams();
    boxes.forEach(function (name) {
      if (box(name) && value(name) !== box(name).dataset.first) state.set(name, value(name));
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
      if (box(name)) set(name, state.has(name) ? state.get(name) : box(name).dataset.first);
    });
    page.chosen = state.getAll('trial').map(function (label) { return page.byLabel[label]; }).filter(Boolean);
    page.changed('filtered');
    page.changed('chosen');
    return true;
  }

  boxes.forEach(function (name) { if (box(name)) box(name).dataset.first = value(name); });
  page.listeners.push(write);
  window.addEventListener('hashchange', function () { if (location.hash !== known) read(); });
  read();
})();
