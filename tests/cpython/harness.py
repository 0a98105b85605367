# What the engine runs: loads the modules that run.py wrote below, runs the tests of the last one, and tells of each on stderr, in
# lines that begin with MARK.

import builtins
import gc
import io
import sys
import traceback
import types
import unittest
from dataclasses import _compile

MARK = '\x02'
_write = sys.stderr.write
_traceback_of = traceback.format_exception


def tell(*words):
    _write(MARK + ascii(words) + '\n')


class Needs(unittest.SkipTest, AttributeError):
    """What a program here does not have: `kind: what`."""


class Absent:
    """Stands for a name of a module that does not exist; whoever uses it is skipped, or fails if the module does."""

    def __init__(self, what, error):
        self.__dict__.update(_what=what, _error=error)

    def _refuse(self, *args, **kwargs):
        raise self._error(self._what)

    __call__ = __iter__ = __len__ = __add__ = __or__ = __ror__ = __getitem__ = __enter__ = __exit__ = _refuse

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return Absent(f'{self._what}.{name}' if self._error is AttributeError else self._what, self._error)

    def __bool__(self, other=None):
        return False

    __lt__ = __ge__ = __gt__ = __le__ = __bool__

    def __mro_entries__(self, bases):
        return ()


def absent_name(what):
    return Absent(f'missing: {what}', AttributeError)


def absent_module(name):
    module = register(name)
    refused = Absent(f'module: {name}', Needs)

    def get(attribute):
        if attribute.startswith('__'):
            raise AttributeError(attribute)
        return refused

    module.__getattr__ = get


def refuse(what):
    def refused(*args, **kwargs):
        raise Needs(what)
    return refused


# Programs have neither `exec`, `eval` nor `compile`; tests use them to name what they are about.

class Compiled:
    def __init__(self, text, mode):
        self.text, self.mode = text, mode


class Stop(BaseException):
    pass


def execute(text, names):
    unnamed = '__name__' not in names
    if unnamed:
        names['__name__'] = 'builtins'
    try:
        _compile(text + '\n__create_fn__ = None\n', names)
    finally:
        if unnamed and names.get('__name__') == 'builtins':
            del names['__name__']


def compile_text(source, filename='<string>', mode='exec', *args, **kwargs):
    if not isinstance(source, str):
        raise Needs('implementation: compile of what is no text')
    source = source.lstrip() if mode == 'eval' else source
    try:
        execute('raise __Stop__\n' + (f'({source}\n)' if mode == 'eval' else source), {'__Stop__': Stop})
    except Stop:
        return Compiled(source, mode)


def names_of(globals, locals):
    frame = sys._getframe(2)
    if globals is None:
        return frame.f_globals, frame.f_globals if locals is None else locals
    return globals, globals if locals is None else locals


def exec_text(source, globals=None, locals=None, /, **kwargs):
    globals, locals = names_of(globals, locals)
    text = source.text if isinstance(source, Compiled) else source
    if not isinstance(text, str):
        raise Needs('implementation: exec of what is no text')
    if locals is globals:
        execute(text, globals)
        return
    names = {**globals, **locals}
    before = dict(names)
    execute(text, names)
    for name, value in names.items():
        if name not in before or before[name] is not value:
            locals[name] = value


def eval_text(source, globals=None, locals=None, /):
    globals, locals = names_of(globals, locals)
    text = source.text if isinstance(source, Compiled) else source
    if not isinstance(text, str):
        raise Needs('implementation: eval of what is no text')
    names = {**globals, **locals}
    execute(f'__value__ = ({text.strip()}\n)', names)
    return names['__value__']


def register(name):
    module = types.ModuleType(name)
    parent, _, child = name.rpartition('.')
    module.__package__ = parent
    module.__file__ = f"/{name.replace('.', '/')}.py"
    sys.modules[name] = module
    if parent:
        if parent not in sys.modules and parent.partition('.')[0] == 'test':
            # It imports a part of itself, and is loaded after that.
            register(parent)
        elif parent not in sys.modules:
            execute(f'import {parent}', {})
        setattr(sys.modules[parent], child, module)
    return module


class Unloadable(Exception):
    pass


def load(name, text):
    module = sys.modules.get(name) or register(name)
    if not text:
        return module
    try:
        execute(text, module.__dict__)
    except BaseException as error:
        line = None
        at = error.__traceback__
        while at is not None:
            if at.tb_frame.f_code.co_name == '<module>':
                line = at.tb_lineno
            at = at.tb_next
        tell('unloadable', name, None if isinstance(error, SyntaxError) else line, f'{type(error).__name__}: {error}')
        raise Unloadable from None
    return module


class Result(unittest.TestResult):
    def begin(self, name):
        self.name, self.outcome, self.reason, self.trace = name, 'passed', '', ''
        tell('start', name)

    def end(self):
        tell('end', self.name, self.outcome, self.reason, self.trace)

    def note(self, outcome, error):
        if self.outcome == 'failed':
            return
        self.outcome, self.reason = outcome, f'{error[0].__name__}: {error[1]}'[:300]
        try:
            self.trace = ''.join(_traceback_of(error[1]))[-6000:]
        except BaseException:
            self.trace = '(no traceback)'

    def addError(self, test, err):
        self.note('failed', err)

    addFailure = addError

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.note('failed', err)

    def addSkip(self, test, reason):
        if self.outcome == 'passed':
            self.outcome, self.reason = 'skipped', str(reason)[:300]

    def addUnexpectedSuccess(self, test):
        self.outcome, self.reason = 'failed', 'unexpected success'


def all_of(result, names, outcome, reason):
    for name in names:
        result.begin(name)
        result.outcome, result.reason = outcome, reason
        result.end()


def run_class(module, cls_name, methods, result):
    names = [f'{cls_name}.{method}' for method in methods]
    cls = getattr(module, cls_name, None)
    if cls is None:
        return all_of(result, names, 'failed', 'the class could not be loaded')
    if getattr(cls, '__unittest_skip__', False):
        return all_of(result, names, 'skipped', str(cls.__unittest_skip_why__))
    try:
        cls.setUpClass()
    except unittest.SkipTest as why:
        return all_of(result, names, 'skipped', str(why))
    except BaseException as error:
        return all_of(result, names, 'failed', f'setUpClass: {type(error).__name__}: {error}')
    for name, method in zip(names, methods):
        result.begin(name)
        try:
            cls(method).run(result)
        except unittest.SkipTest as why:
            result.addSkip(None, why)
        except BaseException as error:
            result.note('failed', (type(error), error, None))
        result.end()
    try:
        cls.tearDownClass()
        cls.doClassCleanups()
    except BaseException:
        pass
    gc.collect()


def run(module, tests):
    result = Result()
    try:
        getattr(module, 'setUpModule', int)()
    except unittest.SkipTest as why:
        for cls_name, methods in tests:
            all_of(result, [f'{cls_name}.{method}' for method in methods], 'skipped', str(why))
        return
    except Exception:
        # It prepares what its tests need; they say what they miss.
        pass
    for cls_name, methods in tests:
        run_class(module, cls_name, methods, result)


class BufferedWriter:
    """Tests of output wrap BytesIO in it."""

    def __init__(self, raw, buffer_size=8192):
        self.raw = raw
        self.write, self.getvalue = raw.write, raw.getvalue

    def flush(self):
        pass


class TextIOWrapper(io.StringIO):
    def __init__(self, buffer, encoding='utf-8', errors=None, newline=None, **kwargs):
        super().__init__()
        self.buffer = buffer

    def write(self, text):
        self.buffer.write(text.encode())
        return len(text)


def main(absent, modules, tests):
    builtins.exec, builtins.eval, builtins.compile = exec_text, eval_text, compile_text
    builtins.open = refuse('system: files')
    builtins._absent_name = absent_name
    builtins._needs = Needs
    sys.flags.bytes_warning = 0
    io.BufferedWriter, io.TextIOWrapper = BufferedWriter, TextIOWrapper
    for name in absent:
        absent_module(name)
    try:
        for name, text in modules:
            module = load(name, text)
    except Unloadable:
        return
    tell('loaded')
    run(module, tests)
    tell('finished')
