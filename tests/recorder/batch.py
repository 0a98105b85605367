"""Runs many programs as `python3.13 FILE` would, each in a fork of this process, which has imported all.

It is started as `record.py` starts a program (this folder on PYTHONPATH, so on the virtual clock), with the seconds
after which a program is ended (20 without). Each line on stdin is the path of a program without its `.py`; stdout and stderr go to files beside it, and a line on
stdout answers with its exit status, as `subprocess` gives it.
"""

import concurrent.futures.thread  # noqa: F401 - imported here so that no program has to
import contextlib  # noqa: F401
import contextvars  # noqa: F401
import linecache
import os
import random
import signal
import sitecustomize
import sys
import traceback  # noqa: F401

WALL_SECONDS = int(sys.argv[1]) if len(sys.argv) > 1 else 20


def next_program(namespace):
    """Answers requests for ever; returns only in a fork, with what it is to run in the namespace."""
    for line in sys.stdin:
        base = line.rstrip("\n")
        child = os.fork()
        if child == 0:
            return prepare(base, namespace)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)
    os._exit(0)


def prepare(base, namespace):
    signal.alarm(WALL_SECONDS)
    for number, suffix in ((1, ".out"), (2, ".err")):
        file = os.open(base + suffix, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.dup2(file, number)
        os.close(file)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    path = base + ".py"
    sys.argv[:] = [path]
    random.seed(0)  # a fork has a seed of its own
    with open(path, encoding="utf-8") as file:
        source = file.read()
    try:
        code = compile(source, path, "exec")
    except SyntaxError as error:  # told as python tells it, which has no frame then
        sys.excepthook(type(error), error.with_traceback(None), None)
        sys.exit(1)
    linecache.getlines(path)
    for name in [name for name in namespace if not name.startswith("__")]:
        del namespace[name]
    namespace["__file__"], namespace["__doc__"] = path, None
    return code


if sys.version_info < (3, 13, 1):
    sitecustomize.without_cycles()
# What is reported when the interpreter is half gone can be shown only where it need not be read any more.
for module in list(sys.modules.values()):
    if file := getattr(module, "__file__", None):
        linecache.getlines(file)
exec(next_program(globals()))
