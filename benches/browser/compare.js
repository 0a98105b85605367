// Runs programs through both engines in this page, in turns, and takes the time of each: from a program's source
// to its end, the start of the engines aside. `globalThis.comparison` is what comes of it.
import { loadPyodide } from "./pyodide/pyodide.mjs";
import start, { run } from "./engine/engine.js";

// A loop is running in the page already, and `asyncio.run` cannot wait for another: what a program gives it is
// awaited from outside.
const DRIVER = `
import asyncio, gc
given = []
asyncio.run = given.append

def prepare(source):
    gc.collect()
    code = compile(source, "program.py", "exec")
    exec(code, {"__name__": "__main__"})
    return given.pop() if given else None
`;

async function engines() {
  const times = {};
  let began = performance.now();
  await start();
  run("pass");
  times.loopscope = performance.now() - began;
  began = performance.now();
  const pyodide = await loadPyodide();
  pyodide.runPython(DRIVER);
  times.pyodide = performance.now() - began;
  const prepare = pyodide.globals.get("prepare");
  const contenders = {
    loopscope: run,
    pyodide: async (source) => {
      const main = prepare(source);
      if (main) {
        await main;
        main.destroy();
      }
    },
  };
  return { times, contenders };
}

/** Each program's times in milliseconds, `turns` of them for each engine, in turns; and why an engine could not. */
async function compare(programs, turns) {
  const { times, contenders } = await engines();
  const rows = [];
  for (const [name, source] of programs) {
    const row = { name, times: { loopscope: [], pyodide: [] } };
    for (let turn = 0; turn < turns; turn++) {
      for (const [contender, runs] of Object.entries(contenders)) {
        const began = performance.now();
        try {
          await runs(source);
        } catch (error) {
          row.failed = `${contender}: ${error}`;
          continue;
        }
        row.times[contender].push(performance.now() - began);
      }
    }
    rows.push(row);
    globalThis.comparison.done = rows.length;
  }
  return { start: times, rows };
}

globalThis.comparison = { done: 0 };
globalThis.begin = (programs, turns) =>
  compare(programs, turns).then(
    (report) => (globalThis.comparison.report = report),
    (error) => (globalThis.comparison.error = String(error)),
  );
