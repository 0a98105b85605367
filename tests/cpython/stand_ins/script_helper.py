# Stands for `test.support.script_helper`: there are no processes.

import unittest


def _processes(*args, **kwargs):
    raise unittest.SkipTest('system: processes')


assert_python_ok = assert_python_failure = run_python_until_end = spawn_python = kill_python = run_test_script = _processes
make_script = make_pkg = make_zip_script = make_zip_pkg = interpreter_requires_environment = _processes
