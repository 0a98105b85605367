"""Runs a program on both sides: under CPython 3.13 on the recorder's clock, and on the engine."""

import os
import re
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
# A report of a task that was left pending, and where its coroutine is.
PENDING = re.compile(r"^(task: <Task pending .*coro=<\S+\(\) )(?:running|done, defined) at [^>]*>")
# And what it waits for, which a coroutine that was closed may have ended.
WAITS = re.compile(r" wait_for=<Future (?:pending cb=\[Task\.task_wakeup\(\)\]|cancelled|finished result=\w+)>")
IGNORED = "Exception ignored in: "
ADDRESS = re.compile(r"\bat 0x[0-9a-f]+")

sys.path.append(str(TESTS))
import record  # noqa: E402


# The engine was still running when patience was over.
HANGS = "the engine hangs"


@dataclass(frozen=True)
class Outcome:
    stdout: str
    stderr: str
    status: int
    # Why the program did not end by itself, if so: "deadlock", "time", "panic", ...
    stopped: str = ""


class CannotRun(Exception):
    """The program has no outcome to compare: it takes too long, or CPython cannot report what it has to."""


class Both:
    """A process of each side. It runs one program at a time."""

    def __init__(self, engine, folder, seconds=record.WALL_SECONDS):
        self.engine, self.folder, self.seconds = engine, folder, seconds
        folder.mkdir(parents=True, exist_ok=True)
        self.theirs, self.ours = None, None

    # The engine's argument, and the seconds after which it is taken to hang.
    fuel, patience = (), 600
    # Whether what a program prints until its seconds are over is an outcome, too.
    keep_endless = False

    def prepare(self, text):
        """What a side wrote, before anything else is made of it: an address means nothing."""
        return ADDRESS.sub("at 0x...", text)

    def close(self):
        for process in (self.theirs, self.ours):
            if process is not None:
                process.stdin.close()
                process.stdout.close()
                process.wait()

    def run(self, name, source):
        """CPython's outcome and ours."""
        path = self.folder / f"{name}.py"
        path.write_text(source)
        try:
            return self.cpython(path), self.loopscope(path)
        finally:
            for suffix in (".py", ".out", ".err"):
                path.with_suffix(suffix).unlink(missing_ok=True)

    def cpython(self, path):
        if self.theirs is None:
            batch = [sys.executable, "-P", record.RECORDER / "batch.py", str(self.seconds)]
            self.theirs = start(batch, record.environment())
        base = path.with_suffix("")
        status = int(ask(self.theirs, base))
        stdout, stderr = (
            self.prepare(base.with_suffix(suffix).read_bytes().decode()) for suffix in (".out", ".err")
        )
        stopped = ""
        try:
            record.check_recorder(stderr, status)
        except record.RecorderError as error:
            if not str(error).startswith("deadlock"):
                raise CannotRun(str(error)) from None
            stopped = "deadlock"
        if status == -signal.SIGALRM and self.keep_endless:
            stopped = "time"
        elif status < 0:
            raise CannotRun(f"CPython ended with signal {-status}")
        try:
            return Outcome(
                record.normalise(stdout, path), record.normalise(stderr, path), status, stopped
            )
        except record.RecorderError as error:
            raise CannotRun(str(error)) from None

    def loopscope(self, path):
        if self.ours is None:
            self.ours = start([self.engine, *self.fuel], None)
        watch = threading.Timer(self.patience, self.ours.kill)
        watch.start()
        try:
            status, stdout, stderr, stopped = ask(self.ours, path).split(" ", 3)
        except (ValueError, BrokenPipeError):
            status, self.ours = self.ours.wait(), None
            stopped = HANGS if status == -signal.SIGKILL else f"the engine died with status {status}"
            return Outcome("", "", 0, stopped)
        finally:
            watch.cancel()
        stdout, stderr = (
            self.prepare(self.ours.stdout.read(int(length)).decode()) for length in (stdout, stderr)
        )
        return Outcome(stdout, stderr, int(status), stopped)


def start(command, environment):
    return subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def ask(process, path):
    process.stdin.write(os.fsencode(path) + b"\n")
    process.stdin.flush()
    return process.stdout.readline().decode().rstrip("\n")


def difference(theirs, ours):
    """What differs first: "stdout", "stderr", "status", ...; nothing if the two are the same."""
    if theirs.stopped == ours.stopped == "deadlock":
        # CPython would hang here; what a program prints while it is taken down has no meaning.
        return "" if theirs.stdout == ours.stdout else "stdout"
    for part in ("stdout", "stopped", "status"):
        if getattr(theirs, part) != getattr(ours, part):
            return part
    return "" if comparable(theirs) == comparable(ours) else "stderr"


def comparable(outcome):
    """The lines of stderr in no order, without the marks below source lines.

    When an exception that nobody retrieved is reported depends on when the last reference goes; the frames
    of CPython's tracebacks hold some until its collector of cycles runs at exit, where it cannot make marks.

    A task that is left pending is found there before or after its coroutine has been closed: what globals and
    `sys.last_exc` lead to (through the callers of its frames, too) is found last, and in another order. Then the
    lines of source in "Exception ignored" cannot be read any more.
    """
    lines, ignored = [], False
    for line in outcome.stderr.splitlines():
        if not line.startswith(" "):
            ignored = line.startswith(IGNORED) or (ignored and line.startswith("Traceback "))
        if line.strip(" |~^") and not (ignored and line.startswith("    ")):
            lines.append(WAITS.sub("", PENDING.sub(r"\1", line)))
    return sorted(lines)
