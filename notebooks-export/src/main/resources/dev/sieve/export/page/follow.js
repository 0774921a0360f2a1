// The page of a search that is running loads itself again, unless its reader is busy with it. Filter, axes and chosen
// trials stand in the address, and the browser keeps the place on the page.
page.follow = function (milliseconds) {
  function isBusy() {
    var active = document.activeElement, writes = active && /^(INPUT|SELECT)$/.test(active.tagName) && active.type !== 'checkbox';
    return writes || page.brushed !== null || String(window.getSelection()) !== '';
  }
  setInterval(function () { if (!isBusy()) location.reload(); }, milliseconds);
};
if (page.data.follows) page.follow(10000);
