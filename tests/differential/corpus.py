#!/usr/bin/env python3.13
"""Compares CPython 3.13 with the engine on every program in a folder, byte for byte.

    python3.13 tests/differential/corpus.py ENGINE FOLDER [--lines N] [--jobs N] [--names]

ENGINE is the binary `differential` of the tests; `cargo xtask corpus` builds it and calls this. The folder
is anybody's: nothing of it is kept. Addresses and numbers of threads are left out of what is compared. A program that never ends is
compared as far as both came. One that the engine refuses with a sentence of its own is counted apart.
"""

import argparse
import os
import re
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from both import HANGS, Both, CannotRun, Outcome

# Enough for a teaching program, whose waiting takes no time here.
SECONDS = 3
# Where the engine says that CPython's library is; recordings show its files from there.
ENGINE_LIBRARY = "/usr/lib/python3.13/"
# Addresses, as `id` gives them too, and the numbers of threads.
ADDRESS = re.compile(r"\b(0x[0-9a-f]{6,}|\d{14,15})\b")
NEVER_ENDS = ("time", "fuel limit")
# How a sentence begins that says what is missing.
REFUSAL = re.compile(r"^Loopscope (has|cannot) .*", re.MULTILINE)


class Refused(Exception):
    """What the engine says that it does not have."""


class Sides(Both):
    keep_endless = True
    fuel, patience = ("1000000",), 40

    def prepare(self, text):
        return ADDRESS.sub("0x...", text)

    def loopscope(self, path):
        ours = super().loopscope(path)
        stdout, stderr = (text.replace(ENGINE_LIBRARY, "") for text in (ours.stdout, ours.stderr))
        return Outcome(stdout, stderr, ours.status, ours.stopped)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("engine", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lines", type=int, default=3, help="lines shown of a difference (default 3)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many at the same time")
    parser.add_argument("--names", action="store_true", help="print only the names of those that differ")
    options = parser.parse_args()
    if sys.version_info[:2] != (3, 13) or sys.implementation.name != "cpython":
        parser.error(f"the truth is CPython 3.13's; this is {sys.version.split()[0]}")
    programs = sorted(options.folder.rglob("*.py"))
    if not programs:
        parser.error(f"there is no program in {options.folder}")
    with tempfile.TemporaryDirectory() as folder:
        found = compare_all(programs, Path(folder).resolve(), options)
    return report(programs, found, options)


def compare_all(programs, folder, options):
    """For each program what differs ("" if nothing does), or why there is nothing to compare."""
    idle = SimpleQueue()
    sides = [Sides(options.engine.resolve(), folder / str(number), SECONDS) for number in range(options.jobs)]
    for both in sides:
        idle.put(both)

    def one(path):
        both = idle.get()
        try:
            theirs, ours = both.run(path.stem, path.read_text())
            if theirs.stopped == "time" and ours.stopped == HANGS:
                raise CannotRun("neither side ends")
            what = difference(theirs, ours, options.lines)
            refusal = REFUSAL.search(ours.stderr)
            return Refused(told(ours.stderr, refusal)) if what and refusal else what
        except (CannotRun, UnicodeDecodeError) as reason:
            return reason
        finally:
            idle.put(both)

    try:
        with ThreadPoolExecutor(options.jobs) as pool:
            return list(pool.map(one, programs))
    finally:
        for both in sides:
            both.close()


def report(programs, found, options):
    for path, what in zip(programs, found):
        name = path.relative_to(options.folder)
        if options.names:
            if what and isinstance(what, str):
                print(name)
        elif isinstance(what, Refused):
            print(f"{name}: refused: {what}")
        elif isinstance(what, Exception):
            print(f"{name}: left out: {what}")
        elif what:
            print(f"{name}: {what}")
    if options.names:
        return 0
    refused = sum(isinstance(what, Refused) for what in found)
    left_out = sum(isinstance(what, Exception) for what in found) - refused
    same, compared = found.count(""), len(found) - left_out - refused
    share = f" ({100 * same / compared:.1f} %)" if compared else ""
    print(
        f"{len(found)} programs: {same} of {compared} the same{share}, {refused} refused, "
        f"{left_out} without an outcome to compare"
    )
    return 0 if same == compared else 1


def told(stderr, refusal):
    """The exception's line and the sentence."""
    return f"{stderr[:refusal.start()].rstrip().rpartition('\n')[2]} | {refusal[0]}"


def difference(theirs, ours, lines):
    """What differs first, in words; nothing if the two are the same."""
    if theirs.stopped in NEVER_ENDS and ours.stopped in NEVER_ENDS:
        # Each is stopped somewhere.
        length = min(len(theirs.stdout), len(ours.stdout))
        return texts("stdout", theirs.stdout[:length], ours.stdout[:length], lines)
    if theirs.stopped == ours.stopped == "deadlock":
        # CPython would hang here; what a program prints while it is taken down has no meaning.
        return texts("stdout", theirs.stdout, ours.stdout, lines)
    for part in ("stdout", "stderr"):
        if what := texts(part, getattr(theirs, part), getattr(ours, part), lines):
            return what
    for part in ("stopped", "status"):
        left, right = getattr(theirs, part), getattr(ours, part)
        if left != right:
            return f"{part}: CPython {left or 'ends by itself'}, Loopscope {right or 'ends by itself'}"
    return ""


def texts(part, theirs, ours, count):
    if theirs == ours:
        return ""
    left, right = theirs.splitlines(), ours.splitlines()
    line = next((n for n, (a, b) in enumerate(zip(left, right)) if a != b), min(len(left), len(right)))
    shown = [f"{part}, line {line + 1}"]
    for side, text in (("CPython  ", left), ("Loopscope", right)):
        shown += [f"    {side} | {text}" for text in text[line : line + count] or ["(nothing more)"]]
    return "\n".join(shown)


if __name__ == "__main__":
    sys.exit(main())
