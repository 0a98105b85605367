// Sets the theme before anything is painted: the link's, else the one last chosen, else the system's.
(() => {
  let theme = new URLSearchParams(location.search).get("theme");
  try {
    theme = theme || localStorage.getItem("loopscope.theme");
  } catch {
    // Storage may be denied; the system's theme will do.
  }
  if (theme !== "dark" && theme !== "light") {
    theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }
  document.documentElement.dataset.theme = theme;
})();
