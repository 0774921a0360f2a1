// The trials: what is known of each, which are chosen, which pass filter and brush.
page.trials = page.data.trials ? page.data.trials.rows.map(function (row, index) {
  var trial = {index: index};
  page.data.trials.columns.forEach(function (column, i) { trial[column.name] = row[i]; });
  Object.keys(page.data.trials.constant).forEach(function (name) { trial[name] = page.data.trials.constant[name]; });
  trial.label = (page.data.several ? trial.run + ' ' : '') + trial.stage + ' ' + trial.trial;
  return trial;
}) : [];
page.byLabel = {};
page.trials.forEach(function (trial) { page.byLabel[trial.label] = trial; });
page.chosen = [];
page.brushed = null;
page.kept = null;

// What the figures show of it: a ring around the chosen, and what filter or brush leave out is pale.
sieve.selection = {
  chosen: function (label) { return page.chosen.some(function (trial) { return trial.label === label; }); },
  keeps: function (label) { return !page.kept || page.kept[label] === true; }
};

// What people call a column: a hyperparameter by its name in the conf.
page.name = function (column) {
  var axis = page.data.varied.filter(function (known) { return known.column === column; })[0];
  return axis ? axis.name : column;
};

// At most so many of some trials: the best, a sixth, and an even choice of the others.
page.sample = function (trials, most) {
  var all = trials.slice().sort(function (a, b) { return b.validation_accuracy - a.validation_accuracy; }), best = Math.floor(most / 6);
  if (all.length <= most) return all;
  var chosen = all.slice(0, best);
  for (var i = 0; i < most - best; i++) chosen.push(all[best + Math.floor(i * (all.length - best) / (most - best))]);
  return chosen;
};

page.escape = function (text) {
  var element = document.createElement('span');
  element.textContent = text;
  return element.innerHTML;
};

// What hovering over a point says: the trial and its hyperparameters.
sieve.describe = function (label) {
  var trial = page.byLabel[label];
  if (!trial) return page.escape(label);
  var lines = ['<b>' + page.escape(label) + '</b>'];
  if (typeof trial.validation_accuracy === 'number') lines.push('validation ' + sieve.percent(trial.validation_accuracy));
  else if (trial.status) lines.push(page.escape(trial.status.toLowerCase()));
  page.data.varied.forEach(function (axis) {
    if (trial[axis.column] !== null) lines.push(page.escape(axis.name + ' ' + sieve.number(trial[axis.column])));
  });
  return lines.join('<br>');
};

page.choose = function (trial, on) {
  page.chosen = page.chosen.filter(function (other) { return other !== trial; });
  if (on) page.chosen.push(trial);
  page.changed('chosen');
};

page.changed = function (what) {
  if (page.keep) page.keep();
  page.listeners.forEach(function (listener) { listener(what); });
};
