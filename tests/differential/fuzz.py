#!/usr/bin/env python3.13
"""Compares CPython 3.13 with the engine on random asyncio programs, byte for byte.

    python3.13 tests/differential/fuzz.py ENGINE [--count N] [--seed S] [--without FEATURE,...]

ENGINE is the binary `differential` of the tests; `cargo xtask fuzz-asyncio` builds it and calls this. Each
program that differs is shrunk; both are written to target/fuzz-asyncio, and the small one is shown.
"""

import argparse
import difflib
import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from both import Both, CannotRun, TESTS, difference
from generate import FEATURES, program
from shrink import shrink

FOUND = TESTS.parent / "target" / "fuzz-asyncio"
# What taking lines away brings about by itself: not the difference that is being shrunk.
MISTAKES = ("NameError", "UnboundLocalError", "SyntaxError", "never awaited", "TypeError", "AttributeError")


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("engine", type=Path)
    parser.add_argument("--count", type=int, default=1000, help="how many programs (default 1000)")
    parser.add_argument("--seed", type=int, default=0, help="the first seed (default 0)")
    parser.add_argument("--without", default="", help="features to leave out: " + ", ".join(FEATURES))
    parser.add_argument("--shrink", type=int, default=10, help="shrink so many programs at most (default 10)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many at the same time")
    parser.add_argument("--write", type=Path, help="write the programs to this folder, run nothing")
    options = parser.parse_args()
    without = [name for name in options.without.split(",") if name]
    if unknown := set(without) - set(FEATURES):
        parser.error(f"there is no feature {', '.join(sorted(unknown))}")
    if sys.version_info[:2] != (3, 13) or sys.implementation.name != "cpython":
        parser.error(f"the truth is CPython 3.13's; this is {sys.version.split()[0]}")

    seeds = range(options.seed, options.seed + options.count)
    if options.write:
        options.write.mkdir(parents=True, exist_ok=True)
        for seed in seeds:
            (options.write / f"seed{seed}.py").write_text(program(seed, without))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return compare(Path(folder).resolve(), seeds, without, options)


def compare(folder, seeds, without, options):
    start = time.monotonic()
    engine, jobs = options.engine.resolve(), options.jobs
    idle = SimpleQueue()
    sides = [Both(engine, folder / str(number)) for number in range(jobs)]
    for both in sides:
        idle.put(both)
    kinds, shrinking = {}, iter(range(options.shrink))

    def one(seed):
        both = idle.get()
        try:
            kind = run_seed(both, seed, without, shrinking)
        finally:
            idle.put(both)
        kinds.setdefault(kind, []).append(seed)

    try:
        with ThreadPoolExecutor(jobs) as pool:
            list(pool.map(one, seeds))
    finally:
        for both in sides:
            both.close()
    took = time.monotonic() - start
    same, skipped = (len(kinds.pop(kind, ())) for kind in ("", "skipped"))
    print(f"{len(seeds)} programs in {took:.0f} s: {same} the same, {skipped} without an outcome to compare")
    for kind, found in sorted(kinds.items()):
        print(f"{len(found)} differ in {kind}: seeds {', '.join(map(str, sorted(found)))}")
    return 1 if kinds else 0


def run_seed(both, seed, without, shrinking):
    """Runs the program of a seed and reports a difference; returns its kind."""
    source = program(seed, without)
    try:
        theirs, ours = both.run(f"seed{seed}", source)
    except CannotRun as reason:
        print(f"seed {seed}: {reason}", file=sys.stderr)
        return "skipped"
    kind = difference(theirs, ours)
    if kind and next(shrinking, None) is not None:
        report(both, seed, source, kind, mistakes(theirs, ours))
    return kind


def mistakes(*outcomes):
    return {word for outcome in outcomes for word in MISTAKES if word in outcome.stderr + outcome.stdout}


def report(both, seed, source, kind, known):
    def differs(candidate):
        try:
            outcomes = both.run(f"seed{seed}", candidate)
        except CannotRun:
            return False
        return difference(*outcomes) == kind and mistakes(*outcomes) <= known

    small = shrink(source, differs)
    FOUND.mkdir(parents=True, exist_ok=True)
    (FOUND / f"seed{seed}.py").write_text(source)
    (FOUND / f"seed{seed}-small.py").write_text(small)
    theirs, ours = both.run(f"seed{seed}", small)
    lines = [f"=== seed {seed} differs in {kind}; shrunk:", small.rstrip()]
    for part in ("stdout", "stopped", "stderr", "status"):
        left, right = str(getattr(theirs, part)), str(getattr(ours, part))
        if left != right:
            texts = (left.splitlines(), right.splitlines(), f"{part} of CPython", f"{part} of the engine")
            lines += difflib.unified_diff(*texts, lineterm="")
    print("\n".join(lines), flush=True)


if __name__ == "__main__":
    sys.exit(main())
