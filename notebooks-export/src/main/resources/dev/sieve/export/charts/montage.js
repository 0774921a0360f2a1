// Small pictures side by side, each with a line below it.
sieve.kinds.montage = function (figure, theme) {
  var option = sieve.base(figure, theme);
  var top = theme.page ? 4 : 50, gap = figure.gap, side = figure.side, label = figure.lines * 15 + 4;
  option.grid = undefined;
  option.tooltip = undefined;
  option.graphic = [];
  figure.pictures.forEach(function (picture, i) {
    var x = 16 + (i % figure.perRow) * (side + gap), y = top + Math.floor(i / figure.perRow) * (side + label + 8);
    option.graphic.push({type: 'image', silent: true, style: {image: picture.image, x: x, y: y, width: side, height: side}});
    option.graphic.push({
      type: 'text', silent: true,
      style: {text: picture.label, x: x + side / 2, y: y + side + 4, align: 'center', verticalAlign: 'top', fill: theme.text, fontSize: 12, fontFamily: 'sans-serif', lineHeight: 15}
    });
  });
  return option;
};
