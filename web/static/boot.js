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

  // One part at a time: on a narrow or a low page, and embedded in another one.
  const embedded = ["", "1", "true"].includes(query.get("embed"));
  const narrow = matchMedia("(width < 820px)");
  const low = matchMedia("(height < 480px)");
  const fit = () => {
    root.toggleAttribute("data-compact", embedded || narrow.matches || low.matches);
    root.toggleAttribute("data-narrow", narrow.matches);
  };
  root.toggleAttribute("data-embed", embedded);
  for (const media of [narrow, low]) media.addEventListener("change", fit);
  fit();

  // The lines between the parts: what part of the room is before each is kept.
  const shares = {};
  const sides = [["above", "below"], ["before", "after"]];
  const divide = (column, share) => {
    shares[column] = share && Math.min(0.9, Math.max(0.1, share));
    sides[column].forEach((side, last) => {
      root.style.setProperty("--" + side, share && `${100 * (last ? 1 - shares[column] : shares[column])}fr`);
    });
  };
  try {
    JSON.parse(localStorage.getItem("loopscope.parts")).forEach((share, column) => divide(column, share));
  } catch {
    // Nothing is kept, or nothing can be.
  }
  const split = (event) => {
    const line = event.target;
    if (!line.matches?.(".splitter")) return;
    const column = +line.matches(".columns");
    // The line's own place, and the room of both parts without what is between them.
    const room = document.querySelector(".panes").getBoundingClientRect();
    const box = document.querySelector(".pane-source").getBoundingClientRect();
    const [from, to] = column ? [box.left, room.right] : [room.top, room.bottom - document.querySelector(".play-bar").offsetHeight];
    const own = line.getBoundingClientRect();
    let place = column ? own.left + 4 : own.top + 4;
    if (event.type === "keydown") {
      const way = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
      if (!way) return;
      event.preventDefault();
      place += 20 * way;
    } else if (event.type === "pointerdown") {
      line.setPointerCapture(event.pointerId);
      return;
    } else if (event.type === "pointermove") {
      if (!line.hasPointerCapture(event.pointerId)) return;
      place = column ? event.clientX : event.clientY;
    }
    divide(column, event.type === "dblclick" ? null : (place - from) / (to - from));
    line.ariaValueNow = Math.round((100 * (place - from)) / (to - from));
    try {
      localStorage.setItem("loopscope.parts", JSON.stringify([shares[0], shares[1]]));
    } catch {
      // Not kept.
    }
  };
  for (const heard of ["pointerdown", "pointermove", "keydown", "dblclick"]) addEventListener(heard, split);

  /**
   * Starts the engine, and the editor's script beside it; the last step of a build adds the call. Embedded, the page
   * waits until it is in sight: a text may have many of them. `worker` serves the page without a network.
   */
  globalThis.loopscopeBegin = (script, wasm, worker) => {
    const parsed = new Promise((done) => addEventListener("DOMContentLoaded", done));
    const preload = (properties) => document.head.append(Object.assign(document.createElement("link"), properties));
    const begin = async () => {
      preload({ rel: "modulepreload", href: script });
      preload({ rel: "preload", as: "fetch", type: "application/wasm", crossOrigin: "anonymous", href: wasm });
      const inert = document.querySelector("script[data-editor]");
      const editor = document.createElement("script");
      for (const { name, value } of inert.attributes) editor.setAttribute(name, value);
      editor.type = "module";
      inert.replaceWith(editor);
      const bindings = await import(script);
      await parsed;
      const instance = await bindings.default({ module_or_path: wasm });
      globalThis.wasmBindings = bindings;
      dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm: instance } }));
    };
    if (embedded) {
      const sight = new IntersectionObserver((entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        sight.disconnect();
        begin();
      });
      sight.observe(root);
      return;
    }
    begin();
    if (worker && "serviceWorker" in navigator) {
      // After everything else: whoever is here has the page.
      addEventListener("TrunkApplicationStarted", () => setTimeout(() => {
        navigator.serviceWorker.register(worker, { updateViaCache: "none" }).catch(() => {
          // Denied, or not over HTTPS: the page works as long as there is a network.
        });
      }, 1000));
    }
  };

  /** Lets the browser save a text; for a PNG the text is the picture as SVG. */
  globalThis.loopscopeSave = async (name, type, text) => {
    let blob = new Blob([text], { type: type === "image/png" ? "image/svg+xml" : type });
    if (type === "image/png") {
      const image = new Image();
      image.src = URL.createObjectURL(blob);
      await image.decode();
      const { naturalWidth: width, naturalHeight: height } = image;
      // Twice as sharp, unless that is more than canvases can be.
      const scale = Math.min(2, 16384 / width, 16384 / height);
      const canvas = Object.assign(document.createElement("canvas"), { width: width * scale, height: height * scale });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(image.src);
      blob = await new Promise((done) => canvas.toBlob(done, type));
      if (!blob) throw new Error("too large");
    }
    const link = Object.assign(document.createElement("a"), { download: name, href: URL.createObjectURL(blob) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

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
