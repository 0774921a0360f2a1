// The table of trials: sorted by a click on a heading, filtered by words and comparisons.
(function () {
  var table = document.getElementById('table');
  if (!table) return;
  var step = 100, limit = step, sort = {column: 'validation_accuracy', down: true};
  var filter = document.getElementById('filter'), every = document.getElementById('every'), more = document.getElementById('more');
  var shown = document.getElementById('shown');
  var all = page.data.trials.columns.map(function (column) { return column.name; })
      .concat(Object.keys(page.data.trials.constant));
  var besides = ['mirror', 'average', 'ensemble', 'ensemble_mirror'].reduce(function (names, prefix) {
    return names.concat([prefix + '_validation_accuracy', prefix + '_test_accuracy']);
  }, []).filter(function (name) {
    return page.trials.some(function (trial) { return typeof trial[name] === 'number'; });
  });
  var few = (page.data.several ? ['run'] : []).concat(['stage', 'trial', 'status', 'validation_accuracy'])
      .concat(page.data.varied.map(function (axis) { return axis.column; }))
      .concat(['train_accuracy', 'test_accuracy']).concat(besides).filter(function (name, i, names) {
        return all.indexOf(name) >= 0 && names.indexOf(name) === i;
      });

  function columns() { return every.checked ? all : few; }

  var comparison = /^([a-z_0-9-]+)(<=|>=|<|>|=)(.+)$/;

  // The column that a filter means: by its own name, or as the conf calls the hyperparameter.
  function meant(word) {
    var axis = page.data.varied.filter(function (known) { return known.name === word; })[0];
    var name = axis ? axis.column : word.replace(/-/g, '_');
    return all.indexOf(name) >= 0 ? name : null;
  }

  function unknown(terms) {
    return terms.map(function (term) { return comparison.exec(term); })
        .filter(function (parts) { return parts && !meant(parts[1]); }).map(function (parts) { return parts[1]; });
  }

  function passes(trial, terms) {
    return terms.every(function (term) {
      var parts = comparison.exec(term);
      if (parts && meant(parts[1])) {
        var value = trial[meant(parts[1])], bound = Number(parts[3]);
        if (parts[2] === '=') return String(value) === parts[3] || (typeof value === 'number' && value === bound);
        if (typeof value !== 'number') return false;
        return parts[2] === '<' ? value < bound : parts[2] === '>' ? value > bound : parts[2] === '<=' ? value <= bound : value >= bound;
      }
      return all.some(function (name) {
        return trial[name] !== null && String(trial[name]).toLowerCase().indexOf(term.toLowerCase()) >= 0;
      });
    });
  }

  // Missing values come last, whichever way it is sorted.
  function compare(a, b) {
    var x = a[sort.column], y = b[sort.column];
    if (x === y) return a.index - b.index;
    if (x === null || x === undefined) return 1;
    if (y === null || y === undefined) return -1;
    return (x < y ? -1 : 1) * (sort.down ? -1 : 1);
  }

  function filtered() {
    var terms = filter.value.split(/\s+/).filter(Boolean);
    return page.trials.filter(function (trial) {
      return (!page.brushed || page.brushed[trial.index]) && passes(trial, terms);
    });
  }

  page.rows = function () { return filtered().sort(compare); };

  // The labels of the rows, for the figures; null while neither filter nor brush leaves any out.
  page.keep = function () {
    page.kept = null;
    if (!page.brushed && !filter.value.trim()) return;
    page.kept = {};
    filtered().forEach(function (trial) { page.kept[trial.label] = true; });
  };

  function header() {
    var row = document.createElement('tr');
    var first = document.createElement('th');
    first.innerHTML = '<span class="hidden">Draw its curve</span>';
    row.appendChild(first);
    columns().forEach(function (name) {
      var cell = document.createElement('th'), button = document.createElement('button');
      cell.scope = 'col';
      if (page.trials.some(function (trial) { return typeof trial[name] === 'number'; })) cell.className = 'number';
      var own = sort.column === name;
      cell.setAttribute('aria-sort', own ? (sort.down ? 'descending' : 'ascending') : 'none');
      button.type = 'button';
      button.textContent = page.name(name) + (own ? (sort.down ? ' ▼' : ' ▲') : '');
      button.title = name + ': ' + (page.data.docs[name] || name);
      button.addEventListener('click', function () {
        sort = {column: name, down: own ? !sort.down : false};
        draw();
        table.querySelectorAll('thead button')[columns().indexOf(name)].focus();
      });
      cell.appendChild(button);
      row.appendChild(cell);
    });
    return row;
  }

  function body(trial) {
    var row = document.createElement('tr'), first = row.insertCell(), box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = page.chosen.indexOf(trial) >= 0;
    box.setAttribute('aria-label', 'Draw the curve of ' + trial.label);
    box.addEventListener('change', function () { page.choose(trial, box.checked); });
    first.appendChild(box);
    if (box.checked) row.className = 'chosen';
    row.addEventListener('click', function (event) {
      if (event.target !== box) page.choose(trial, page.chosen.indexOf(trial) < 0);
    });
    columns().forEach(function (name) {
      var cell = row.insertCell(), value = trial[name];
      if (typeof value === 'number') {
        cell.className = 'number';
        cell.textContent = /accuracy$/.test(name) ? value.toFixed(4) : Number.isInteger(value) ? value : sieve.number(value);
        cell.title = value;
      } else {
        cell.textContent = value === null || value === undefined ? '' : value;
      }
    });
    return row;
  }

  function draw() {
    var rows = page.rows();
    table.tHead.replaceChildren(header());
    table.tBodies[0].replaceChildren.apply(table.tBodies[0], rows.slice(0, limit).map(body));
    more.hidden = rows.length <= limit;
    var words = unknown(filter.value.split(/\s+/).filter(Boolean));
    shown.textContent = (words.length ? 'There is no column ' + words.join(', ') + '. ' : '') + rows.length + ' of ' + page.trials.length + ' trials' + (rows.length > limit ? ', the first ' + limit + ' shown' : '');
  }

  function quoted(value) {
    if (value === null || value === undefined) return '';
    return /[",\n]/.test(value) ? '"' + String(value).replace(/"/g, '""') + '"' : String(value);
  }

  page.csv = function () {
    return [columns()].concat(page.rows().map(function (trial) {
      return columns().map(function (name) { return trial[name]; });
    })).map(function (row) { return row.map(quoted).join(','); }).join('\n') + '\n';
  };

  // The row of a trial, whatever hid it.
  page.showRow = function (trial) {
    if (page.rows().indexOf(trial) < 0) { filter.value = ''; page.changed('filtered'); }
    limit = Math.max(limit, page.rows().indexOf(trial) + 1);
    draw();
    var row = table.tBodies[0].rows[page.rows().indexOf(trial)];
    if (row) row.scrollIntoView({block: 'center'});
  };

  page.copy = function (text, button) {
    var name = button.dataset.name = button.dataset.name || button.textContent; // which may be "Copied" by now
    function told(word) { button.textContent = word; setTimeout(function () { button.textContent = name; }, 2000); }
    function old() {
      var area = document.createElement('textarea');
      area.value = text;
      document.body.appendChild(area);
      area.select();
      told(document.execCommand('copy') ? 'Copied' : 'Not copied');
      area.remove();
    }
    if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(text).then(function () { told('Copied'); }, old);
    else old();
  };

  document.getElementById('copy').addEventListener('click', function () { page.copy(page.csv(), this); });
  var typing;
  filter.addEventListener('input', function () {
    limit = step;
    draw();
    clearTimeout(typing); // figures follow when the typing rests
    typing = setTimeout(function () { page.changed('filtered'); }, 150);
  });
  every.addEventListener('change', draw);
  more.addEventListener('click', function () { limit += step; draw(); });
  page.listeners.push(function (what) { if (what !== 'view') draw(); });
  draw();
})();
