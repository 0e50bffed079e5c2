// Not a module: the colours must be chosen before the first paint.
(() => {
  let remembered = null;
  try {
    remembered = localStorage.getItem('theme');
  } catch {
    // Storage may be forbidden; then the system's colours hold.
  }

  if (remembered === 'light' || remembered === 'dark') {
    document.documentElement.dataset.theme = remembered;
  }
})();
