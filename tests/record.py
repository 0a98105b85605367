#!/usr/bin/env python3.13
"""Records what CPython 3.13 prints for the conformance programs.

    python3.13 tests/record.py [--check] [paths]

Without paths: every program under tests/programs, the page's examples and lessons and, where the
folder ../shared/seeds exists, the article's programs. With paths: those programs or folders.
`--check` writes nothing and fails if a recorded file is missing, stale or left over.

tests/README.md says what is recorded and how it is normalised.
"""

import argparse
import difflib
import os
import re
import subprocess
import sys
import sysconfig
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
PROGRAMS = TESTS / "programs"
EXAMPLES = ROOT / "crates" / "scenario" / "examples"
LESSONS = ROOT / "lessons"
ARTICLE = TESTS / "programs-article"
SEEDS = ROOT.parent / "shared" / "seeds"
RECORDER = TESTS / "recorder"
LIBRARY = Path(sysconfig.get_path("stdlib"))

RECORDER_ERROR = 97
WALL_SECONDS = 20
SUFFIXES = (".out", ".err", ".status")


class RecorderError(Exception):
    """The program cannot be recorded."""


# --- running -----------------------------------------------------------------------------------


def environment():
    """What puts CPython on the virtual clock, and keeps this machine's settings away."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": str(RECORDER),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHON_COLORS": "0",
        "TZ": "UTC",
    }


def run(program):
    """Runs one program; returns its stdout, stderr and exit status, normalised."""
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(program)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=program.parent,
            env=environment(),
            timeout=WALL_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise RecorderError(f"still running after {WALL_SECONDS} s") from None
    stdout, stderr = done.stdout.decode(), done.stderr.decode()
    check_recorder(stderr, done.returncode)
    # A shell reports a death by signal n as 128 + n.
    status = done.returncode if done.returncode >= 0 else 128 - done.returncode
    return normalise(stdout, program), normalise(stderr, program), status


def check_recorder(stderr, status):
    """Fails if what came out is not all the program's."""
    if status == RECORDER_ERROR and "\nrecorder: " in stderr:
        raise RecorderError(stderr.rpartition("\nrecorder: ")[2].strip())
    # A message that cannot be formatted tells where in the program it was logged.
    if stderr.count("--- Logging error ---") != stderr.count('\nCall stack:\n  File "'):
        raise RecorderError("something is reported when the interpreter is half gone: see to it earlier")


# --- normalising -------------------------------------------------------------------------------

FRAME = re.compile(r'(?P<bar>[ |]*)  File "(?P<path>[^"]+)", line \d+')
WARNING = re.compile(r"(?P<path>/[^:]+):\d+: (?P<rest>\w*Warning: .*)", re.DOTALL)
HEADER = re.compile(r"[ |+]*(Exception Group )?Traceback \(most recent call last\):\n")


def is_library(path):
    return path.startswith((f"{LIBRARY}/", f"{RECORDER}/", "<frozen "))


def normalise(text, program):
    text = drop_empty_headers(drop_library_frames(text))
    for folder in (program.parent, LIBRARY):
        text = text.replace(f"{folder}/", "")
    for leak in (RECORDER, Path.home()):
        if f"{leak}/" in text:
            raise RecorderError(f"the output names a folder of this machine: {leak}")
    if re.search(r"\bat 0x[0-9a-f]+", text):
        raise RecorderError("the output holds an address")
    return text


def drop_library_frames(text):
    """Leaves out the frames of the standard library, and where it is that a warning points at."""
    kept, under = [], None
    for line in text.splitlines(keepends=True):
        if under is not None and line.startswith(under):
            continue
        under = None
        frame, warning = FRAME.match(line), WARNING.match(line)
        if frame and is_library(frame["path"]):
            # Its source and carets are two columns deeper.
            under = frame["bar"] + "    ", frame["bar"] + "  [Previous line repeated "
        elif warning and is_library(warning["path"]):
            kept.append(f"<sys>:0: {warning['rest']}")
            under = ("  ",)
        else:
            kept.append(line)
    return "".join(kept)


def drop_empty_headers(text):
    """An exception whose frames are all the library's is shown as one without a traceback."""
    lines = text.splitlines(keepends=True)
    return "".join(
        line
        for line, following in zip(lines, [*lines[1:], ""])
        if not HEADER.fullmatch(line) or FRAME.match(following)
    )


# --- recording ---------------------------------------------------------------------------------


class Recording:
    """A program and where its recorded files go: `base` plus a suffix."""

    def __init__(self, program, base, source=None):
        self.program, self.base, self.source = program, base, source

    @property
    def name(self):
        return str(self.base.relative_to(TESTS))

    def expected(self):
        """The files that ought to exist, as {suffix: text}."""
        if self.source is None:
            stdout, stderr, status = run(self.program)
        else:
            with tempfile.TemporaryDirectory() as folder:
                program = Path(folder).resolve() / self.program.name
                program.write_text(self.source)
                stdout, stderr, status = run(program)
        files = {".out": stdout}
        if stderr:
            files[".err"] = stderr
        if status:
            files[".status"] = f"{status}\n"
        return files


def all_recordings():
    found = [Recording(path, path.with_suffix("")) for path in sorted(PROGRAMS.rglob("*.py"))]
    for path in sorted(EXAMPLES.glob("*.py")):
        found.append(Recording(path, PROGRAMS / "examples" / path.stem))
    found.extend(lessons())
    found.extend(article())
    return found


def lessons():
    """The program of each lesson, and its solution: the first and the second that it holds."""
    found = []
    for path in sorted(LESSONS.glob("*-*.md")):
        text = path.read_text()
        slug = re.search(r"^slug: *(.*)$", text, re.MULTILINE)[1]
        sources = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
        for name, source in zip((slug, f"{slug}-changed"), sources):
            found.append(Recording(Path(f"{name}.py"), PROGRAMS / "lessons" / name, source))
    return found


def article():
    """The article's complete scripts: from `import asyncio` to the line that runs the loop."""
    found = []
    for seed in sorted(SEEDS.glob("*.txt")):
        script = None
        for line in seed.read_text().splitlines(keepends=True):
            if script is None and line.rstrip() == "import asyncio":
                script = []
            if script is not None:
                script.append(line)
                if line.startswith("asyncio.run("):
                    name = f"{len(found) + 1}.py"
                    found.append(Recording(Path(name), ARTICLE / name[:-3], "".join(script)))
                    script = None
    return found


def chosen(recordings, paths):
    wanted = [Path(path).resolve() for path in paths]

    def is_wanted(recording):
        places = (recording.program.resolve(), recording.base.with_suffix(".py"))
        return any(place == want or want in place.parents for want in wanted for place in places)

    return [recording for recording in recordings if is_wanted(recording)]


def left_over(recordings):
    """Recorded files that belong to no program."""
    bases = {recording.base for recording in recordings}
    for folder in (PROGRAMS, ARTICLE):
        if folder is ARTICLE and not SEEDS.is_dir():
            continue
        for path in sorted(folder.rglob("*")):
            if path.suffix in SUFFIXES and path.with_suffix("") not in bases:
                yield path


def difference(path, recorded, now):
    lines = difflib.unified_diff(
        (recorded or "").splitlines(keepends=True),
        (now or "").splitlines(keepends=True),
        f"{path.relative_to(ROOT)} (recorded)",
        f"{path.relative_to(ROOT)} (now)",
    )
    return "".join(lines)


def record(recording, check):
    """Writes or checks one program's files; returns the complaints."""
    try:
        files = recording.expected()
    except (RecorderError, UnicodeDecodeError) as error:
        return [f"{recording.name}: {error}"]
    complaints = []
    for suffix in SUFFIXES:
        path = recording.base.with_name(recording.base.name + suffix)
        now = files.get(suffix)
        recorded = path.read_bytes().decode() if path.exists() else None
        if recorded == now:
            continue
        if check:
            complaints.append(difference(path, recorded, now) or f"{path}: missing or left over")
        elif now is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(now.encode())
    return complaints


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("paths", nargs="*", help="programs or folders; everything without")
    options = parser.parse_args()
    if sys.version_info[:2] != (3, 13) or sys.implementation.name != "cpython":
        parser.error(f"recordings are CPython 3.13's; this is {sys.version.split()[0]}")

    everything = all_recordings()
    recordings = chosen(everything, options.paths) if options.paths else everything
    if not recordings:
        parser.error("no program found there")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        complaints = sum(pool.map(lambda each: record(each, options.check), recordings), [])
    if not options.paths:
        for path in left_over(everything):
            if options.check:
                complaints.append(f"{path.relative_to(ROOT)}: belongs to no program")
            else:
                path.unlink()
    for complaint in complaints:
        print(complaint.rstrip(), file=sys.stderr)
    print(f"{len(recordings)} programs, {len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
