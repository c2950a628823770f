// Voila's front end starts a formula renderer on every page. The kit has no formulas: this one does nothing.
window.MathJax = {
  Hub: { Config() {}, Configured() {}, Queue() {}, Register: { StartupHook() {} } },
  Ajax: {},
};
