#!/usr/bin/env python3.13
"""Compares CPython 3.13 with the engine on the values of random expressions.

    python3.13 tests/differential/values.py ENGINE [--count N] [--seed S] [--show N]

ENGINE is the binary `differential` of the tests; `cargo xtask fuzz-values` builds it and calls this. Expressions run in
batches, one program each; those whose value or error differs are shown, one of each sort.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from expressions import expressions, program

BATCH = 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("engine", type=Path)
    parser.add_argument("--count", type=int, default=100_000, help="how many expressions (default 100,000)")
    parser.add_argument("--seed", type=int, default=0, help="the first batch's seed (default 0)")
    parser.add_argument("--show", type=int, default=40, help="show so many differences at most (default 40)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many at the same time")
    options = parser.parse_args()
    if sys.version_info[:2] != (3, 13) or sys.implementation.name != "cpython":
        parser.error(f"the truth is CPython 3.13's; this is {sys.version.split()[0]}")
    start = time.monotonic()
    seeds = range(options.seed, options.seed + -(-options.count // BATCH))
    found, total = {}, 0
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(options.jobs) as pool:
        jobs = (lambda seed: compare(options.engine.resolve(), Path(folder), seed))
        for seed, differing in zip(seeds, pool.map(jobs, seeds)):
            total += len(differing)
            for case, theirs, ours in differing:
                found.setdefault(sort_of(case, theirs, ours), (seed, case, theirs, ours))
    for seed, case, theirs, ours in list(found.values())[:options.show]:
        print(f"seed {seed}: {case}\n  CPython: {theirs}\n  engine:  {ours}")
    count = len(seeds) * BATCH
    print(f"{count} expressions in {time.monotonic() - start:.0f} s: {total} differ, in {len(found)} ways")
    return 1 if found else 0


def sort_of(case, theirs, ours):
    """Differences that are much the same have the same sort: the words of both answers, numbers and strings aside."""
    strip = lambda text: re.sub(r"'[^']*'|\"[^\"]*\"|[-\d.]+", "_", text)[:60]  # noqa: E731
    return strip(theirs), strip(ours), "".join(re.findall(r"\.\w+\(", case)[:1])


def compare(engine, folder, seed):
    """The expressions of a batch that differ, with both answers."""
    cases = expressions(seed, BATCH)
    path = folder / f"values{seed}.py"
    path.write_text(program(cases), encoding="utf-8")
    command = [sys.executable, "-I", "-X", "utf8", "-W", "ignore", path]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60)
    if result.returncode != 0:
        sys.exit(f"seed {seed}: the program does not run: {result.stderr[-2000:]}")
    theirs = answers(result.stdout)
    ask = subprocess.run([engine, "4000000000"], input=f"{path}\n".encode(), capture_output=True, timeout=120)
    head, _, rest = ask.stdout.partition(b"\n")
    fields = head.split(None, 3)
    written = rest[:int(fields[1])].decode() if len(fields) > 2 else ""
    ours = answers(written)
    if b"panic" in head or not fields:
        print(f"seed {seed}: the engine panics", flush=True)
    path.unlink()
    if not ours:
        error = rest.decode(errors="replace")[-500:]
        return [("the program", "runs", f"{head.decode()} {error}")]
    return [
        (case, theirs.get(number), ours.get(number, "nothing"))
        for number, case in enumerate(cases)
        if theirs.get(number) != ours.get(number) and not about_identity(case, theirs.get(number), ours.get(number))
    ]


def about_identity(case, theirs, ours):
    """Whether an answer depends on which NaN it is: the engine knows them by their bits, CPython by their addresses."""
    return any("nan" in (text or "") for text in (case, theirs, ours))


def answers(text):
    """The lines of an output by their numbers; a line that does not begin with one belongs to the line before."""
    found, last = {}, None
    for line in text.split("\n"):
        number, blank, rest = line.partition(" ")
        if blank and number.isascii() and number.isdigit():
            last = int(number)
            found[last] = rest
        elif last is not None and line:
            found[last] += "\n" + line
    return found


if __name__ == "__main__":
    sys.exit(main())
