// What has to be known before the first paint, and what has to work when nothing else does.
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);

  // The theme: the link's, else the one last chosen, else the system's.
  let theme = query.get("theme");
  if (theme !== "dark" && theme !== "light") {
    try {
      theme = localStorage.getItem("loopscope.theme");
    } catch {
      // Storage may be denied; the system's theme will do.
    }
  }
  if (theme !== "dark" && theme !== "light") {
    theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }
  root.dataset.theme = theme;

  // One part at a time: on a narrow page, and embedded in another one.
  const embedded = ["", "1", "true"].includes(query.get("embed"));
  const narrow = matchMedia("(width < 820px)");
  const fit = () => {
    root.toggleAttribute("data-compact", embedded || narrow.matches);
    root.toggleAttribute("data-narrow", narrow.matches);
  };
  root.toggleAttribute("data-embed", embedded);
  narrow.addEventListener("change", fit);
  fit();

  // The editor's script may fail before anybody waits for it.
  addEventListener("error", ({ target }) => {
    if (target instanceof HTMLScriptElement) target.dataset.failed = "";
  }, true);

  // A fault of the page itself stops it for good: say so. The program is in the address and in the storage.
  addEventListener("error", ({ error }) => {
    const fatal = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    if (!fatal || document.querySelector(".fault")) return;
    const fault = document.createElement("p");
    fault.className = "fault";
    fault.setAttribute("role", "alert");
    fault.textContent = "Something in Loopscope itself went wrong, and it has stopped. Your program is kept: reload the page to go on.";
    document.body.append(fault);
  });
})();
