# Test cases of asyncio's, and what loads, runs and reports tests.

import sys as _sys
from time import perf_counter as _clock

from _unittest_case import FunctionTestCase, TestCase, expectedFailure, skip, skipIf, skipUnless
from _unittest_result import SkipTest, TestResult, TextTestResult


class IsolatedAsyncioTestCase(TestCase):
    loop_factory = None

    def __init__(self, methodName='runTest'):
        super().__init__(methodName)
        self._asyncioRunner = None

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        entered = await cm.__aenter__()
        self.addAsyncCleanup(cm.__aexit__, None, None, None)
        return entered

    def _callSetUp(self):
        self._asyncioRunner.get_loop()
        self._context.run(self.setUp)
        self._callAsync(self.asyncSetUp)

    def _callTestMethod(self, method):
        if self._callMaybeAsync(method) is not None:
            from warnings import warn
            warn(f'It is deprecated to return a value that is not None from a test case ({method})',
                 DeprecationWarning, stacklevel=1)

    def _callTearDown(self):
        self._callAsync(self.asyncTearDown)
        self._context.run(self.tearDown)

    def _callCleanup(self, function, *args, **kwargs):
        self._callMaybeAsync(function, *args, **kwargs)

    def _callAsync(self, func, /, *args, **kwargs):
        return self._asyncioRunner.run(func(*args, **kwargs), context=self._context)

    def _callMaybeAsync(self, func, /, *args, **kwargs):
        made = self._context.run(func, *args, **kwargs)
        if hasattr(type(made), '__await__') and hasattr(made, 'send'):
            return self._asyncioRunner.run(made, context=self._context)
        return made

    def run(self, result=None):
        import asyncio
        import contextvars
        self._context = contextvars.copy_context()
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)
        try:
            return super().run(result)
        finally:
            runner, self._asyncioRunner = self._asyncioRunner, None
            runner.close()


class TestSuite:
    def __init__(self, tests=()):
        self._tests = list(tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        for test in tests:
            self.addTest(test)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self._tests)

    def __call__(self, result, debug=False):
        return self.run(result, debug)

    def __repr__(self):
        return f'<unittest.suite.TestSuite tests={self._tests!r}>'

    def run(self, result, debug=False):
        self._run(result, [None, False])
        return result

    def _run(self, result, state):
        # The class that is set up, and whether that failed.
        top = state[0] is None
        for test in self._tests:
            if result.shouldStop:
                break
            if isinstance(test, TestSuite):
                test._run(result, state)
                continue
            if type(test) is not state[0]:
                self._leave(result, state)
                self._enter(result, state, type(test))
            if not state[1]:
                test(result)
        if top:
            self._leave(result, state)

    def _enter(self, result, state, cls):
        state[:] = cls, False
        if getattr(cls, '__unittest_skip__', False) or not hasattr(cls, 'setUpClass'):
            return
        try:
            cls.setUpClass()
        except SkipTest as why:
            state[1] = True
            result.addSkip(_Holder('setUpClass', cls), str(why))
        except Exception as error:
            state[1] = True
            result.addError(_Holder('setUpClass', cls), (type(error), error, error.__traceback__))

    def _leave(self, result, state):
        cls, failed = state
        state[:] = None, False
        if cls is None or getattr(cls, '__unittest_skip__', False) or not hasattr(cls, 'tearDownClass'):
            return
        for name in ('tearDownClass', 'doClassCleanups'):
            if failed and name == 'tearDownClass':
                continue
            try:
                getattr(cls, name)()
            except Exception as error:
                result.addError(_Holder(name, cls), (type(error), error, error.__traceback__))


class _Holder:
    # Stands for what belongs to a class.
    failureException = None

    def __init__(self, name, cls):
        self.description = f'{name} ({cls.__module__}.{cls.__qualname__})'

    def id(self):
        return self.description

    __str__ = id

    def shortDescription(self):
        return None

    def countTestCases(self):
        return 0


class TestLoader:
    testMethodPrefix = 'test'
    suiteClass = TestSuite

    def getTestCaseNames(self, testCaseClass):
        return sorted([name for name in dir(testCaseClass)
                       if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))])

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            cls = getattr(module, name)
            if isinstance(cls, type) and issubclass(cls, TestCase) and cls not in (
                    TestCase, FunctionTestCase, IsolatedAsyncioTestCase):
                tests.append(self.loadTestsFromTestCase(cls))
        return self.suiteClass(tests)

    def loadTestsFromName(self, name, module=None):
        target = module
        for part in name.split('.'):
            parent, target = target, getattr(target, part)
        if isinstance(target, type):
            return self.loadTestsFromTestCase(target)
        return self.suiteClass([parent(part)])

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False, durations=None):
        self.stream, self.descriptions, self.verbosity = stream, descriptions, verbosity
        self.failfast = failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def run(self, test):
        stream = _sys.stderr if self.stream is None else self.stream
        result = self.resultclass(stream, self.descriptions, self.verbosity)
        result.failfast = self.failfast
        begin = _clock()
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        taken = _clock() - begin
        result.printErrors()
        count = result.testsRun
        stream.write(f"{'-' * 70}\nRan {count} test{'' if count == 1 else 's'} in {taken:.3f}s\n\n")
        parts = []
        if not result.wasSuccessful():
            stream.write('FAILED')
            for word, kept in (('failures', result.failures), ('errors', result.errors)):
                if kept:
                    parts.append(f'{word}={len(kept)}')
        elif not count and not result.skipped:
            stream.write('NO TESTS RAN')
        else:
            stream.write('OK')
        for word, kept in (('skipped', result.skipped), ('expected failures', result.expectedFailures),
                           ('unexpected successes', result.unexpectedSuccesses)):
            if kept:
                parts.append(f'{word}={len(kept)}')
        stream.write(f" ({', '.join(parts)})\n" if parts else '\n')
        return result


class TestProgram:
    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *,
                 tb_locals=False, durations=None):
        if isinstance(module, str):
            module = _sys.modules[module]
        names = [word for word in (argv or [])[1:] if not word.startswith('-')]
        if '-v' in (argv or []):
            verbosity = 2
        if defaultTest is not None and not names:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        if names:
            self.test = testLoader.loadTestsFromNames(names, module)
        else:
            self.test = testLoader.loadTestsFromModule(module)
        runner = testRunner or TextTestRunner
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity, failfast=bool(failfast))
        self.result = runner.run(self.test)
        if exit:
            if not self.result.testsRun and not self.result.skipped:
                _sys.exit(5)
            _sys.exit(not self.result.wasSuccessful())


main = TestProgram
for _name, _where in (('TextTestResult', 'runner'), ('TextTestRunner', 'runner'), ('TestSuite', 'suite'),
                      ('TestLoader', 'loader'), ('IsolatedAsyncioTestCase', 'async_case'), ('TestProgram', 'main')):
    globals()[_name].__module__ = f'unittest.{_where}'
del _name, _where
