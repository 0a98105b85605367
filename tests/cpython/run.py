"""Runs CPython's own tests, where this machine has them, in the engine with its `unittest`.

    python3.13 tests/cpython/run.py ENGINE [FILTER] [--lib FOLDER] [--write] [--show] [--seconds S]

ENGINE is the command-line engine. A file's text, and those of the modules of tests that it imports, go into one program behind
`harness.py`; `test.support` and the like are stood for by `stand_ins`. Statements of a file that cannot be loaded are left out, and the
tests in them have failed. A test that hangs or ends the engine has failed; the next process goes on behind it.

What there is to pass is what CPython finds in the same file. Nothing of CPython's is kept; the programs, and what failed how, lie in
target/cpython-tests.
"""

import argparse
import ast
import collections
import importlib
import os
import re
import selectors
import subprocess
import sys
import threading
import time
import unittest
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from table import HEADINGS, row, write

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "cpython-tests"
MARK = "\x02"
# A test that looks at what is not documented.
INSIDES = re.compile(r".*AttributeError: .* (has no attribute '_[a-zA-Z]\w*[a-zA-Z0-9]'|does not have the attribute 'logger')")
# How often the loading of a file begins again without a statement that failed.
MOST_LEFT_OUT = 40
# How often as long as its seconds a test may wait for a processor.
MOST_WAITING = 6

ASYNCIO = """base_events context eager_task_factory events futures futures2 locks pep492 queues runners staggered taskgroups tasks
threads timeouts waitfor""".split()
JSON = """decode default dump encode_basestring_ascii enum fail float indent pass1 pass2 pass3 recursion scanstring separators speedups
unicode""".split()
UNITTEST = "assertions async_case break case functiontestcase loader program result runner setups skipping suite".split()
MOCK = "testasync testcallable testhelpers testmagicmethods testmock testpatch testsealable testsentinel testwith".split()
PLAIN = """abc argparse asyncgen augassign base64 baseexception binop bisect bool bytes call collections compare complex
comprehensions context contextlib contextlib_async copy coroutines dataclasses decorators deque descr dict dict_version
dictviews difflib enum enumerate except_star exception_group exception_hierarchy exceptions extcall float flufl format fractions
fstring functools generator_stop generators genericalias genericclass genericpath grammar graphlib hash heapq index int
int_literal isinstance iter itertools keyword keywordonlyarg list listcomps logging long math memoryview module
named_expressions numeric_tower opcodes operator ordered_dict patma pep646_syntax positional_only_arg pow pprint print property
queue raise random range re reprlib richcmp sched scope secrets set setcomps slice sort statistics str strftime string string_literals
strptime subclassinit super syntax textwrap threading threading_local time timeit traceback
tuple type_aliases type_annotations type_params typechecks types typing unary unicode_identifiers unpack
unpack_ex userdict userlist userstring uuid weakref weakset with yield_from""".split()


def listed(lib):
    """The files: the names of their modules."""
    names = [f"test.test_asyncio.test_{name}" for name in ASYNCIO]
    names += [f"test.test_{name}" for name in PLAIN]
    names.append("test.datetimetester")
    names += [f"test.test_json.test_{name}" for name in JSON]
    names += [f"test.test_unittest.test_{name}" for name in UNITTEST]
    names += [f"test.test_unittest.testmock.{name}" for name in MOCK]
    return [name for name in names if path_of(lib, name)]


def path_of(lib, name):
    base = lib.joinpath(*name.split(".")[1:])
    return next((path for path in (base.with_suffix(".py"), base / "__init__.py") if path.is_file()), None)


STAND_INS = {
    "test": "",
    "test.support": "support.py",
    **{f"test.support.{name}": f"{name}.py" for name in ("import_helper", "os_helper", "warnings_helper", "script_helper",
                                                         "threading_helper", "socket_helper")},
    "test.test_asyncio": "",
    "test.test_asyncio.utils": "asyncio_utils.py",
    "test.test_json": "json_tests.py",
    "test.test_unittest": "",
    "test.test_unittest.testmock": "",
    "test.typinganndata": "",
}


class Text:
    """A module's text, with statements left out in place."""

    def __init__(self, name, text, is_package):
        self.name, self.is_package = name, is_package
        self.lines = text.split("\n")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.tree = ast.parse(text)
        self.imports, self.gone = [], []
        package = name if is_package else name.rpartition(".")[0]
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom):
                base = node.module or ""
                if node.level:
                    above = package.split(".")
                    above = above[: len(above) - node.level + 1]
                    base = ".".join(above + ([node.module] if node.module else []))
                self.imports.append((node, base, [alias.name for alias in node.names]))
            elif isinstance(node, ast.Import):
                for alias in node.names:
                    self.imports.append((None, alias.name, None))

    def replace(self, node, words):
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
        start, end = self.lines[first - 1], self.lines[node.end_lineno - 1].encode()[node.end_col_offset :].decode()
        indent = start.encode()[: node.col_offset].decode()
        if first != node.lineno:
            indent = start[: len(start) - len(start.lstrip())]
        if end.lstrip().startswith("#"):
            end = ""
        self.lines[first - 1 : node.end_lineno] = [indent + words + end] + [""] * (node.end_lineno - first)

    def resolve(self, missing):
        """Relative imports, and names that modules of ours do not have."""
        for node, base, names in self.imports:
            if node is None or base == "__future__":
                continue
            absent = [alias for alias in node.names if (base, alias.name) in missing]
            if not node.level and not absent:
                continue
            kept = [ast.unparse(ast.alias(a.name, a.asname)) for a in node.names if a not in absent]
            words = [f"from {base} import {', '.join(kept)}"] if kept else []
            words += [f"{a.asname or a.name} = _absent_name('{base}.{a.name}')" for a in absent]
            self.replace(node, "; ".join(words))

    def leave_out(self, line):
        """Takes out the smallest statement at a line that is no part of a function; whether there is one."""
        body, found = self.tree.body, None
        while True:
            covering = [node for node in body if isinstance(node, ast.stmt)
                        and min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))]) <= line <= node.end_lineno]
            if not covering:
                break
            found = covering[0]
            if isinstance(found, (ast.FunctionDef, ast.AsyncFunctionDef)):
                break
            inner = [node for part in ("body", "orelse", "finalbody") for node in getattr(found, part, [])]
            inner += [node for handler in getattr(found, "handlers", []) for node in handler.body]
            if not isinstance(found, (ast.ClassDef, ast.If, ast.Try, ast.With)) or not inner:
                break
            body = inner
        if found is None or self.lines[found.lineno - 1].strip() == "pass":
            return None
        self.replace(found, "pass")
        self.gone.append(found.name if isinstance(found, ast.ClassDef) else "")
        return self.gone[-1:]

    def text(self):
        return "\n".join(self.lines)


@dataclass
class File:
    name: str
    tests: list = field(default_factory=list)
    outcomes: dict = field(default_factory=dict)
    left_out: list = field(default_factory=list)
    note: str = ""

    def count(self, *outcomes):
        return sum(outcome[0] in outcomes for outcome in self.outcomes.values())


def collect(lib, name):
    """The tests of a file as CPython finds them: [(class, [method, ...]), ...]."""
    words = (
        "import importlib, sys, unittest, warnings\n"
        "warnings.simplefilter('ignore')\n"
        f"module = importlib.import_module({name!r})\n"
        "for name in dir(module):\n"
        "    cls = getattr(module, name)\n"
        "    if isinstance(cls, type) and issubclass(cls, unittest.TestCase) and 'doctest' not in cls.__module__:\n"
        "        names = unittest.defaultTestLoader.getTestCaseNames(cls)\n"
        "        if names: print('\\x02', name, *names)\n"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, cwd=WORK,
                          env={**os.environ, "PYTHONPATH": str(lib.parent)})
    rows = [line.split() for line in done.stdout.splitlines() if line.startswith(MARK)]
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    return [(row[1], row[2:]) for row in rows]


class Library:
    def __init__(self, lib, engine):
        self.lib, self.engine = lib, engine
        self.missing, self.absent = set(), set()
        self.asked, self.present = set(), set()
        self.lock = threading.Lock()

    def text(self, name):
        if name in STAND_INS:
            path = STAND_INS[name] and HERE / "stand_ins" / STAND_INS[name]
            return Text(name, path.read_text() if path else "", not path or name == "test.support")
        path = path_of(self.lib, name)
        return path and Text(name, path.read_text(encoding="utf-8", errors="replace"), path.name == "__init__.py")

    def needed(self, name, known=None):
        """The modules of tests that a module needs, each after those that it needs itself; it is the last."""
        known = {} if known is None else known
        if name in known:
            return known
        parent = name.rpartition(".")[0]
        if parent:
            self.needed(parent, known)
        if name in known:
            return known
        text = self.text(name)
        if text is None:
            return known
        known[name] = None
        for _, base, names in text.imports:
            if base.split(".")[0] != "test":
                continue
            wanted = [base, *(f"{base}.{each}" for each in names or [])]
            for each in wanted:
                if each in STAND_INS or path_of(self.lib, each):
                    self.needed(each, known)
        del known[name]
        known[name] = text
        return known

    def ask(self, texts):
        """Finds out which of the modules and names that are imported there are."""
        questions = set()
        for text in texts:
            for _, base, names in text.imports:
                if base.split(".")[0] in ("test", "__future__") and base != "__future__":
                    continue
                questions.add((base, None))
                questions.update((base, name) for name in names or [] if name != "*")
        questions = sorted(questions - self.asked, key=str)
        self.asked.update(questions)
        program = []
        for base, name in questions:
            words = f"import {base}" if name is None else f"from {base} import {name}"
            program += ["try:", f"    {words}", "except ImportError:", f"    print({base!r}, {name!r})"]
        path = WORK / f"imports-{os.getpid()}-{len(self.asked)}.py"
        path.write_text("\n".join(program) + "\n")
        done = subprocess.run([self.engine, "run", path, "--clock", "virtual"], capture_output=True, text=True, timeout=120)
        if done.returncode:
            raise RuntimeError(f"the engine does not answer what it has: {done.stderr[-400:]}")
        for base, name in (line.split() for line in done.stdout.splitlines()):
            if name == "None":
                self.absent.update(".".join(base.split(".")[:n]) for n in range(1, base.count(".") + 2))
            else:
                self.missing.add((base, name))
        for base in {base for base, name in questions if name is None} - self.absent:
            self.present.update(".".join(base.split(".")[:n]) for n in range(1, base.count(".") + 2))
        self.absent -= self.present


class Runner:
    def __init__(self, library, seconds):
        self.library, self.seconds = library, seconds

    def run(self, name):
        file = File(name)
        try:
            file.tests = collect(self.library.lib, name)
        except RuntimeError as error:
            file.note = f"CPython does not load it: {error}"
            return file
        texts = self.library.needed(name)
        with self.library.lock:
            self.library.ask(texts.values())
        for text in texts.values():
            text.resolve({pair for pair in self.library.missing if pair[0] not in self.library.absent})
        used = {base for text in texts.values() for _, base, _ in text.imports}
        absent = sorted(a for a in self.library.absent if any(u == a or u.startswith(a + ".") for u in used))
        log = (WORK / f"{name}.txt").open("w")
        left = [(cls, list(methods)) for cls, methods in file.tests]
        for _ in range(MOST_LEFT_OUT + 200):
            if not any(methods for _, methods in left):
                break
            before = sum(len(methods) for _, methods in left)
            unloadable, current, why = self.turn(file, texts, absent, left, log)
            if unloadable:
                module, line, reason = unloadable
                if line is None:
                    line, reason = self.line_of_mistake(name, texts[module], reason)
                gone = line is not None and texts[module].leave_out(line)
                if gone and INSIDES.match(reason):
                    for cls, methods in left:
                        if cls in gone:
                            file.outcomes.update((f"{cls}.{m}", ("skipped", f"implementation: {reason}")) for m in methods)
                    left = [(cls, methods) for cls, methods in left if cls not in gone]
                log.write(f"LEFT OUT {module}:{line}: {reason}\n")
                file.left_out.append((module, line, reason))
                if not gone or len(file.left_out) >= MOST_LEFT_OUT:
                    for cls, methods in left:
                        for method in methods:
                            file.outcomes[f"{cls}.{method}"] = ("failed", "the file could not be loaded")
                    break
                continue
            if current:
                file.outcomes[current] = ("failed", why)
                log.write(f"FAILED {current}: {why}\n\n")
            left = [(cls, [m for m in methods if f"{cls}.{m}" not in file.outcomes]) for cls, methods in left]
            if sum(len(methods) for _, methods in left) == before:
                for cls, methods in left:
                    for method in methods:
                        file.outcomes[f"{cls}.{method}"] = ("failed", why or "not reached")
                log.write(f"STOPPED: {why}\n")
                break
        log.close()
        return file

    def turn(self, file, texts, absent, left, log):
        """One process: until the end, or until a test hangs or ends it."""
        modules = [(name, text.text()) for name, text in texts.items()]
        tests = [(cls, methods) for cls, methods in left if methods]
        program = (HERE / "harness.py").read_text() + f"\n\nmain({absent!r}, {modules!r}, {tests!r})\n"
        path = WORK / f"{file.name}.py"
        path.write_text(program)
        process = subprocess.Popen([self.library.engine, "run", path.name, "--clock", "virtual"], cwd=WORK, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        unloadable, current, why, other = None, None, "", collections.deque(maxlen=6)
        finished = False
        for line in self.lines(process):
            if line is None:
                why = f"no end after {self.seconds} s"
                process.kill()
                break
            if not line.startswith(MARK):
                other.append(line)
                continue
            kind, *words = ast.literal_eval(line[1:])
            if kind == "unloadable":
                unloadable = words
            elif kind == "start":
                current = words[0]
                other.clear()
            elif kind == "finished":
                finished = True
            elif kind == "end":
                name, outcome, reason, trace = words
                current = None
                if outcome == "failed" and INSIDES.match(reason):
                    outcome, reason = "skipped", f"implementation: {reason}"
                file.outcomes[name] = (outcome, reason)
                if outcome == "failed":
                    log.write(f"FAILED {name}: {reason}\n{trace}\n")
                elif outcome == "skipped":
                    log.write(f"SKIPPED {name}: {reason}\n")
        process.stderr.close()
        process.wait()
        if not why and not finished:
            why = "the engine ended: " + " / ".join(other)[-400:]
        return unloadable, current, why

    def lines(self, process):
        """The lines of stderr; None if there is none for too long."""
        kept, waited, used = b"", 0.0, 0.0
        with selectors.DefaultSelector() as selector:
            selector.register(process.stderr, selectors.EVENT_READ)
            while True:
                if not selector.select(self.seconds):
                    # On a busy machine it may not have had the time.
                    waited += self.seconds
                    now = seconds_of(process)
                    if now - used >= self.seconds or waited >= MOST_WAITING * self.seconds:
                        yield None
                        return
                    continue
                waited, used = 0.0, seconds_of(process)
                chunk = os.read(process.stderr.fileno(), 1 << 16)
                if not chunk:
                    break
                *whole, kept = (kept + chunk).split(b"\n")
                yield from (line.decode(errors="replace") for line in whole)
        if kept:
            yield kept.decode(errors="replace")

    def line_of_mistake(self, name, text, reason):
        """Where the engine says that a text cannot be compiled."""
        path = WORK / f"{name}-mistake.py"
        path.write_text(text.text())
        done = subprocess.run([self.library.engine, "run", path, "--clock", "virtual"], capture_output=True, text=True)
        path.unlink()
        found = re.findall(r', line (\d+)\n(?:.*\n)*?(\w*Error: .*)', done.stderr)
        return (int(found[0][0]), found[0][1]) if found else (None, reason)


def seconds_of(process):
    """What it has computed, where the system tells; else what there is of time."""
    try:
        words = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError):
        return time.monotonic()


def totals(files):
    whole = File("test.all")
    for file in files:
        whole.outcomes.update({f"{file.name}.{name}": outcome for name, outcome in file.outcomes.items()})
    return whole


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("engine", type=Path)
    parser.add_argument("filter", nargs="*", default=[])
    parser.add_argument("--lib", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_intermixed_args()
    lib = options.lib or Path(list(importlib.import_module("test").__path__)[0])
    if not (lib / "test_asyncio").is_dir():
        parser.error(f"{lib} is not the folder of CPython's tests")
    WORK.mkdir(parents=True, exist_ok=True)
    names = [name for name in listed(lib) if not options.filter or any(part in name for part in options.filter)]
    library = Library(lib, options.engine.resolve())
    runner = Runner(library, options.seconds)
    files = []
    print(f"{HEADINGS[0]:42}{'tests':>6}{'passed':>8}{'failed':>8}{'share':>9}  skipped", flush=True)
    with ThreadPoolExecutor(options.jobs) as pool:
        for file in pool.map(runner.run, names):
            files.append(file)
            name, tests, passed, failed, skipped, part = row(file)
            if options.write:
                write(files, listed(lib))
            print(f"{name:42}{tests:>6}{passed:>8}{failed:>8}{part:>9}  {file.note or skipped}", flush=True)
            if options.show:
                for module, line, reason in file.left_out:
                    print(f"    left out: {module}:{line}: {reason}"[:180])
                for test, (outcome, reason) in file.outcomes.items():
                    if outcome == "failed":
                        print(f"    {test}: {reason.splitlines()[0] if reason else ''}"[:180])
    name, tests, passed, failed, skipped, part = row(totals(files))
    print(f"{name:42}{tests:>6}{passed:>8}{failed:>8}{part:>9}  {skipped}")


if __name__ == "__main__":
    main()
