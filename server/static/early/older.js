// Brings what nearly all scripts of the kit use and Chrome and WebView do not have before version 86.
if (!Element.prototype.replaceChildren) {
  Element.prototype.replaceChildren = function (...children) {
    this.textContent = "";
    this.append(...children);
  };
}
