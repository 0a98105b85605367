"""The table of docs/cpython-tests.md: a row for each file of tests, and their sum. How tests are run is not known here."""

import collections
import datetime
import sys
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent.parent / "docs/cpython-tests.md"


def kind_of(reason):
    """Why a test was skipped, in one word."""
    kind = reason.partition(":")[0]
    if kind in ("module", "system", "implementation", "resource"):
        return kind
    return "test"


KINDS = {
    "module": "a module that Loopscope refuses",
    "system": "files, processes, sockets, time zones",
    "implementation": "CPython's own insides",
    "resource": "more time or memory",
    "test": "the test says so itself",
}


def share(file):
    tried = file.count("passed", "failed")
    return f"{100 * file.count('passed') / tried:.1f} %" if tried else "-"


def row(file):
    kinds = collections.Counter(kind_of(reason) for outcome, reason in file.outcomes.values() if outcome == "skipped")
    skipped = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    return [file.name.removeprefix("test."), str(len(file.outcomes)), str(file.count("passed")), str(file.count("failed")),
            skipped, share(file)]


HEADINGS = ["file", "tests", "passed", "failed", "skipped", "share"]


def known_rows():
    """The rows of the table as it is, by file."""
    lines = TABLE.read_text().splitlines() if TABLE.exists() else []
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| test_") or line.startswith("| date")]
    return {cells[0]: cells for cells in rows}


def sum_of(rows):
    tests, passed, failed = (sum(int(cells[at]) for cells in rows) for at in (1, 2, 3))
    kinds = collections.Counter()
    for cells in rows:
        for part in filter(None, cells[4].split(", ")):
            count, kind = part.split()
            kinds[kind] += int(count)
    skipped = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    return ["**all**", str(tests), str(passed), str(failed), skipped, f"{100 * passed / max(passed + failed, 1):.1f} %"]


def write(files, names):
    """The table; the rows of files that were not run stay."""
    known = {**known_rows(), **{cells[0]: cells for cells in map(row, files)}}
    rows = [known[name] for name in (name.removeprefix("test.") for name in names) if name in known]
    rows = [HEADINGS, ["---", "--:", "--:", "--:", "---", "--:"], *rows, sum_of(rows)]
    version = ".".join(map(str, sys.version_info[:3]))
    text = f"""# CPython's own tests

Written by `cargo xtask cpython-tests --write` on {datetime.date.today()}, with the tests of CPython {version}. They are run in the engine with its own
`unittest`, on a virtual clock, from where CPython is installed; none of their text is kept here. `test.support` and the like have
stand-ins under `tests/cpython`, and so have `exec`, `eval` and `compile`, which tests use a lot and programs here do not have.

The share is that of the tests that were not skipped. What CPython finds in a file is what there is to pass: where a statement of the file
cannot be loaded, the tests in it have failed. Skipped are tests that need {'; '.join(f'{words} (*{kind}*)' for kind, words in KINDS.items())}.
Doctests are not counted. Left out are the files about what Loopscope does not have: sockets, processes, files, pickling, the compiler's own modules,
codecs, decimal and the like.

"""
    text += "\n".join("| " + " | ".join(cells) + " |" for cells in rows) + "\n"
    TABLE.write_text(text)
