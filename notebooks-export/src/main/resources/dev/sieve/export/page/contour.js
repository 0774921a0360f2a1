// Contours of the accuracy over two hyperparameters: at each place the mean of the trials around it, weighted by a
// Gaussian kernel (Nadaraya, "On estimating regression", 1964). Further than the kernel's width from all trials, nothing
// is drawn.
(function () {
  var side = 72, levels = 8, most = 1000, known = {key: null};

  // From 0 to 1 along the axis.
  function along(axis, value) {
    var told = axis.type === 'log' ? Math.log : Number;
    return (told(value) - told(axis.min)) / (told(axis.max) - told(axis.min));
  }

  // The trials that the chart draws, in the unit square.
  function points(option) {
    var found = [];
    option.series.forEach(function (series) {
      (series.data || []).forEach(function (item) {
        if (item.trial && typeof item.value[2] === 'number') {
          found.push([along(option.xAxis, item.value[0]), along(option.yAxis, item.value[1]), item.value[2]]);
        }
      });
    });
    var step = Math.max(1, found.length / most), chosen = [];
    for (var i = 0; i < found.length; i += step) chosen.push(found[Math.floor(i)]);
    return chosen;
  }

  // The smooth accuracy on a lattice, row by row from below; null where it is not known.
  function lattice(trials) {
    var width = Math.max(0.05, 0.3 * Math.pow(trials.length, -1 / 6)), values = [];
    for (var j = 0; j < side; j++) {
      for (var i = 0; i < side; i++) {
        var weights = 0, sum = 0, nearest = Infinity;
        trials.forEach(function (trial) {
          var x = ((i + 0.5) / side - trial[0]) / width, y = ((j + 0.5) / side - trial[1]) / width, square = x * x + y * y;
          nearest = Math.min(nearest, square);
          if (square > 18) return;
          var weight = Math.exp(-square / 2);
          weights += weight;
          sum += weight * trial[2];
        });
        values.push(nearest <= 1 ? sum / weights : null);
      }
    }
    return values;
  }

  // Segments of the line between what is below and above a level, in lattice coordinates (marching squares).
  function segments(values, level) {
    var lines = [];
    for (var j = 0; j + 1 < side; j++) {
      for (var i = 0; i + 1 < side; i++) {
        var corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]], crossings = [];
        if (corners.some(function (at) { return values[at[1] * side + at[0]] === null; })) continue;
        corners.forEach(function (from, n) {
          var to = corners[(n + 1) % 4], a = values[from[1] * side + from[0]] - level, b = values[to[1] * side + to[0]] - level;
          if (a < 0 !== b < 0) crossings.push([from[0] + (to[0] - from[0]) * a / (a - b), from[1] + (to[1] - from[1]) * a / (a - b)]);
        });
        for (var n = 0; n + 1 < crossings.length; n += 2) lines.push([crossings[n], crossings[n + 1]]);
      }
    }
    return lines;
  }

  // Bands and lines between evenly spaced levels, as one series below the points; null where there are too few trials.
  page.contours = function (key, option, theme) {
    if (known.key !== key) known = {key: key, values: lattice(points(option))};
    var values = known.values, sure = values.filter(function (value) { return value !== null; });
    if (sure.length < 2) return null;
    var low = Math.min.apply(null, sure), high = Math.max.apply(null, sure), scale = option.visualMap;
    function band(value) { return Math.min(levels - 1, Math.floor(levels * (value - low) / (high - low || 1))); }
    function colour(band) {
      var value = low + (band + 0.5) * (high - low) / levels;
      return echarts.color.lerp(Math.max(0, Math.min(1, (value - scale.min) / (scale.max - scale.min || 1))), sieve.ramp);
    }
    return {
      type: 'custom', silent: true, z: 1, data: [[option.xAxis.min, option.yAxis.min]], tooltip: {show: false}, clip: true,
      renderItem: function (params) {
        var box = params.coordSys, children = [];
        function x(i) { return Math.round(box.x + box.width * i / side); }
        function y(j) { return Math.round(box.y + box.height * (1 - j / side)); }
        for (var j = 0; j < side; j++) {
          for (var i = 0, end; i < side; i = end) { // neighbours of one band are one rectangle
            var value = values[j * side + i], own = value === null ? null : band(value);
            for (end = i + 1; end < side && own === (values[j * side + end] === null ? null : band(values[j * side + end])); end++);
            if (own !== null) children.push({
              type: 'rect', shape: {x: x(i), y: y(j + 1), width: x(end) - x(i), height: y(j) - y(j + 1)}, style: {fill: colour(own), opacity: 0.45}
            });
          }
        }
        for (var level = 1; level < levels; level++) {
          var path = segments(values, low + level * (high - low) / levels).map(function (line) {
            return line.map(function (at) {
              return (box.x + box.width * (at[0] + 0.5) / side).toFixed(1) + ',' + (box.y + box.height * (1 - (at[1] + 0.5) / side)).toFixed(1);
            });
          }).map(function (ends) { return 'M' + ends[0] + 'L' + ends[1]; }).join('');
          if (path) children.push({type: 'path', shape: {pathData: path}, style: {fill: 'none', stroke: theme.line, lineWidth: 1}});
        }
        return {type: 'group', children: children};
      }
    };
  };
})();
