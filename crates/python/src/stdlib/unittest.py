# Test cases, those of asyncio's too, and what runs and reports them.

import sys as _sys
from time import perf_counter as _clock


class SkipTest(Exception):
    pass


class _ShouldStop(Exception):
    pass


class _UnexpectedSuccess(Exception):
    pass


def _shorten(text, start, end):
    skipped = len(text) - start - end
    return f'{text[:start]}[{skipped} chars]{text[len(text) - end:]}' if skipped > 12 else text


def _repr(value, short=False):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text if not short or len(text) < 80 else text[:80] + ' [truncated]...'


def _reprs(*values):
    # Both are shortened alike where they begin alike.
    texts = [_repr(value) for value in values]
    most = max(map(len, texts))
    if most <= 80:
        return texts
    same = 0
    while all(same < len(text) and text[same] == texts[0][same] for text in texts):
        same += 1
    common = texts[0][:same]
    room = 80 - (most - same + 5 + 12)
    if room > 5:
        common = _shorten(common, 5, room)
        return [common + text[same:] for text in texts]
    common = _shorten(common, 5, 5)
    return [common + _shorten(text[same:], 41, 5) for text in texts]


# Results.

class TestResult:
    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun = 0
        self.shouldStop = False
        self.failfast = self.buffer = False
        self.collectedDurations = []

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def _text(self, err):
        from traceback import format_exception
        return ''.join(format_exception(err[1]))

    def addError(self, test, err):
        self.errors.append((test, self._text(err)))
        self._failed()

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err)))
        self._failed()

    def _failed(self):
        if self.failfast:
            self.stop()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            kept = self.failures if issubclass(err[0], test.failureException) else self.errors
            kept.append((subtest, self._text(err)))
            self._failed()

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._failed()

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def __repr__(self):
        return (f'<unittest.result.{type(self).__name__} run={self.testsRun} errors={len(self.errors)} '
                f'failures={len(self.failures)}>')


class TextTestResult(TestResult):
    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream, self.descriptions = stream, descriptions
        self.showAll, self.dots = verbosity > 1, verbosity == 1
        self._newline = True

    def getDescription(self, test):
        doc = test.shortDescription()
        return f'{test}\n{doc}' if self.descriptions and doc else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test) + ' ... ')
            self._newline = False

    def _tell(self, test, word, dot):
        if self.showAll:
            if self._newline:
                self.stream.write(('  ' if isinstance(test, _SubTest) else '') + self.getDescription(test) + ' ... ')
            self.stream.write(word + '\n')
            self._newline = True
        elif self.dots:
            self.stream.write(dot)

    def addSuccess(self, test):
        self._tell(test, 'ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._tell(test, 'ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell(test, 'FAIL', 'F')

    def addSubTest(self, test, subtest, err):
        if err is not None:
            if self.showAll and not self._newline:
                self.stream.write('\n')
                self._newline = True
            failed = issubclass(err[0], test.failureException)
            self._tell(subtest, 'FAIL' if failed else 'ERROR', 'F' if failed else 'E')
        super().addSubTest(test, subtest, err)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(test, f'skipped {reason!r}', 's')

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell(test, 'expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell(test, 'unexpected success', 'u')

    def printErrors(self):
        write = self.stream.write
        if self.dots or self.showAll:
            write('\n')
        for word, kept in (('ERROR', self.errors), ('FAIL', self.failures)):
            for test, text in kept:
                write(f"{'=' * 70}\n{word}: {self.getDescription(test)}\n{'-' * 70}\n{text}\n")
        if self.unexpectedSuccesses:
            write('=' * 70 + '\n')
            for test in self.unexpectedSuccesses:
                write(f'UNEXPECTED SUCCESS: {self.getDescription(test)}\n')


# Skipping.

def _identity(thing):
    return thing


def skip(reason):
    def decorate(item):
        if not isinstance(item, type):
            from functools import wraps

            @wraps(item)
            def skipped(*args, **kwargs):
                raise SkipTest(reason)

            item = skipped
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if callable(reason) and not isinstance(reason, str):
        item, reason = reason, ''
        return decorate(item)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else _identity


def skipUnless(condition, reason):
    return _identity if condition else skip(reason)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


# Assertions about what is raised, warned and logged.

class _Raises:
    def __init__(self, expected, case, pattern=None):
        self.expected, self.case, self.pattern = expected, case, pattern
        self.obj_name = self.msg = None
        names = [kind.__name__ for kind in expected] if isinstance(expected, tuple) else [expected.__name__]
        self._name = names[0] if len(names) == 1 else str(expected)

    def handle(self, args, kwargs):
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for this function')
            return self
        function, *args = args
        self.obj_name = getattr(function, '__name__', str(function))
        with self:
            function(*args, **kwargs)
        return None

    def fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.fail(f'{self._name} not raised by {self.obj_name}' if self.obj_name else f'{self._name} not raised')
        if not issubclass(kind, self.expected):
            return False
        self.exception = error
        if self.pattern is not None:
            import re
            pattern = re.compile(self.pattern)
            if not pattern.search(str(error)):
                self.fail(f'"{pattern.pattern}" does not match "{error}"')
        return True


class _Warns(_Raises):
    def __enter__(self):
        import warnings
        self._manager = warnings.catch_warnings(record=True)
        self.warnings = self._manager.__enter__()
        warnings.simplefilter('always', Warning)
        return self

    def __exit__(self, kind, error, trace):
        self._manager.__exit__(kind, error, trace)
        if kind is not None:
            return
        first = None
        for shown in self.warnings:
            if not issubclass(shown.category, self.expected):
                continue
            first = first or shown.message
            if self.pattern is not None:
                import re
                if not re.search(self.pattern, str(shown.message)):
                    continue
            self.warning, self.filename, self.lineno = shown.message, shown.filename, shown.lineno
            return
        if first is not None:
            self.fail(f'"{self.pattern}" does not match "{first}"')
        self.fail(f'{self._name} not triggered by {self.obj_name}' if self.obj_name else f'{self._name} not triggered')


class _Logs:
    def __init__(self, case, logger, level, none):
        import logging
        self.case, self.none = case, none
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging.INFO if level is None else logging.getLevelName(level) if isinstance(level, str) else level

    def __enter__(self):
        import logging
        self.records, self.output = [], []
        formatter = logging.Formatter('%(levelname)s:%(name)s:%(message)s')
        seen = self

        class Handler(logging.Handler):
            def emit(self, record):
                seen.records.append(record)
                seen.output.append(formatter.format(record))

        logger, handler = self.logger, Handler()
        self._old = logger.handlers[:], logger.propagate, logger.level
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.none else self

    def __exit__(self, kind, error, trace):
        import logging
        self.logger.handlers, self.logger.propagate, level = self._old
        self.logger.setLevel(level)
        if kind is not None:
            return False
        if self.none and self.records:
            raise self.case.failureException(f'Unexpected logs found: {self.output!r}')
        if not self.none and not self.records:
            name = logging.getLevelName(self.level)
            raise self.case.failureException(
                f'no logs of level {name} or higher triggered on {self.logger.name}')


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640
    _testMethodDoc = None

    def __init_subclass__(cls, *args, **kwargs):
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        method = getattr(self, methodName, None)
        if method is None and methodName != 'runTest':
            raise ValueError(f'no such test method in {type(self)}: {methodName}')
        self._testMethodDoc = method.__doc__ if method is not None else 'No test'
        self._cleanups, self._subtest, self._equal = [], None, {}

    def addTypeEqualityFunc(self, typeobj, function):
        self._equal[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        entered = cm.__enter__()
        self.addCleanup(cm.__exit__, None, None, None)
        return entered

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        entered = cm.__enter__()
        cls.addClassCleanup(cm.__exit__, None, None, None)
        return entered

    @classmethod
    def doClassCleanups(cls):
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            function(*args, **kwargs)

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def id(self):
        return f'{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}'

    def __eq__(self, other):
        return type(self) is type(other) and self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f'{self._testMethodName} ({type(self).__module__}.{type(self).__qualname__}.{self._testMethodName})'

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} testMethod={self._testMethodName}>'

    def subTest(self, msg=None, **params):
        return _Sub(self, msg, params)

    def run(self, result=None):
        own = result is None
        if own:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(type(self), '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False):
                reason = getattr(type(self), '__unittest_skip_why__', '') or getattr(
                    method, '__unittest_skip_why__', '')
                result.addSkip(self, reason)
                return result
            expecting = getattr(self, '__unittest_expecting_failure__', False) or getattr(
                method, '__unittest_expecting_failure__', False)
            self._outcome = _Outcome(self, result, expecting)
            begin = _clock()
            try:
                self._phases(method)
            finally:
                outcome, self._outcome = self._outcome, None
            result.addDuration(self, _clock() - begin)
            if outcome.success:
                if not expecting:
                    result.addSuccess(self)
                elif outcome.expected:
                    result.addExpectedFailure(self, outcome.expected)
                else:
                    result.addUnexpectedSuccess(self)
            return result
        finally:
            result.stopTest(self)
            if own:
                result.stopTestRun()

    def _phases(self, method):
        outcome = self._outcome
        outcome.attempt(self._callSetUp)
        if outcome.success:
            outcome.attempt(self._callTestMethod, method, is_test=True)
            outcome.attempt(self._callTearDown)
        self.doCleanups()

    def doCleanups(self):
        outcome = getattr(self, '_outcome', None) or _Outcome(self, TestResult(), False)
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            outcome.attempt(self._callCleanup, function, *args, **kwargs)
        return outcome.success

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            from warnings import warn
            warn(f'It is deprecated to return a value that is not None from a test case ({method})',
                 DeprecationWarning, stacklevel=1)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, text):
        if not self.longMessage:
            return msg or text
        return text if msg is None else f'{text} : {msg}'

    def _failed(self, msg, text):
        raise self.failureException(self._formatMessage(msg, text))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._failed(msg, f'{_repr(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._failed(msg, f'{_repr(expr)} is not false')

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second):
            own = self._equal.get(type(first))
            if own is not None:
                own(first, second, msg=msg)
                return
            kind = {dict: 'Dict', list: 'List', tuple: 'Tuple', set: 'Set', frozenset: 'Set', str: 'MultiLine'}.get(
                type(first))
            if kind:
                getattr(self, f'assert{kind}Equal')(first, second, msg=msg)
                return
        if not first == second:
            a, b = _reprs(first, second)
            self._failed(msg, f'{a} != {b}')

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._failed(msg, f'{_repr(first)} == {_repr(second)}')

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        diff = abs(first - second)
        if delta is not None:
            if diff <= delta:
                return
            text = f'{_repr(first)} != {_repr(second)} within {_repr(delta)} delta ({_repr(diff)} difference)'
        else:
            places = 7 if places is None else places
            if round(diff, places) == 0:
                return
            text = f'{_repr(first)} != {_repr(second)} within {places!r} places ({_repr(diff)} difference)'
        self._failed(msg, text)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        diff = abs(first - second)
        if delta is not None:
            if not first == second and diff > delta:
                return
            text = f'{_repr(first)} == {_repr(second)} within {_repr(delta)} delta ({_repr(diff)} difference)'
        else:
            places = 7 if places is None else places
            if not first == second and round(diff, places) != 0:
                return
            text = f'{_repr(first)} == {_repr(second)} within {places!r} places'
        self._failed(msg, text)

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = 'sequence' if seq_type is None else seq_type.__name__
        for which, seq in (('First', seq1), ('Second', seq2)):
            if seq_type is not None and not isinstance(seq, seq_type):
                raise self.failureException(f'{which} sequence is not a {name}: {_repr(seq)}')
        if seq1 == seq2:
            return
        a, b = _reprs(seq1, seq2)
        text = f'{name.capitalize()}s differ: {a} != {b}\n'
        len1, len2 = len(seq1), len(seq2)
        for at in range(min(len1, len2)):
            if seq1[at] != seq2[at]:
                a, b = _reprs(seq1[at], seq2[at])
                text += f'\nFirst differing element {at}:\n{a}\n{b}\n'
                break
        if len1 > len2:
            text += f'\nFirst {name} contains {len1 - len2} additional elements.\n'
            text += f'First extra element {len2}:\n{_repr(seq1[len2])}\n'
        elif len1 < len2:
            text += f'\nSecond {name} contains {len2 - len1} additional elements.\n'
            text += f'First extra element {len1}:\n{_repr(seq2[len1])}\n'
        from pprint import pformat
        self._failed(msg, self._with_diff(text, '\n', pformat(seq1).splitlines(), pformat(seq2).splitlines()))

    def _with_diff(self, text, separator, lines1, lines2, joint='\n'):
        from difflib import ndiff
        diff = separator + joint.join(ndiff(lines1, lines2))
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return text + diff
        return text + f'\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it.'

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for which, only in (('first', set1.difference(set2)), ('second', set2.difference(set1))):
            if only:
                lines.append(f'Items in the {which} set but not the {"second" if which == "first" else "first"}:')
                lines += [repr(item) for item in only]
        if lines:
            self._failed(msg, '\n'.join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            from pprint import pformat
            a, b = _reprs(d1, d2)
            self._failed(msg, self._with_diff(f'{a} != {b}', '\n', pformat(d1).splitlines(), pformat(d2).splitlines()))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        a, b = _reprs(first, second)
        if len(first) > 65536 or len(second) > 65536:
            self._failed(msg, f'{a} != {b}')
        first_lines, second_lines = first.splitlines(True), second.splitlines(True)
        if len(first_lines) == 1 and first.strip('\r\n') == first:
            first_lines = [first + '\n']
            second_lines = (second + '\n').splitlines(True) if len(second_lines) < 2 else second_lines
        elif not first.endswith('\n') or not second.endswith('\n'):
            first_lines = [line if line.endswith('\n') else line + '\n' for line in first_lines]
            second_lines = [line if line.endswith('\n') else line + '\n' for line in second_lines]
        self._failed(msg, self._with_diff(f'{a} != {b}', '\n', first_lines, second_lines, ''))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        left, lines = list(second), []
        pairs = []
        for item in first + second:
            if not any(known == item for known, _, _ in pairs):
                a, b = first.count(item), second.count(item)
                pairs.append((item, a, b))
        for item, a, b in pairs:
            if a != b:
                lines.append(f'First has {a}, Second has {b}:  {item!r}')
        if lines:
            self._failed(msg, 'Element counts were not equal:\n' + '\n'.join(lines))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._failed(msg, f'{_repr(member)} not found in {_repr(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._failed(msg, f'{_repr(member)} unexpectedly found in {_repr(container)}')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._failed(msg, f'{_repr(expr1)} is not {_repr(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._failed(msg, f'unexpectedly identical: {_repr(expr1)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._failed(msg, f'{_repr(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._failed(msg, 'unexpectedly None')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._failed(msg, f'{_repr(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._failed(msg, f'{_repr(obj)} is an instance of {cls!r}')

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._failed(msg, f'{_repr(a)} not less than {_repr(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._failed(msg, f'{_repr(a)} not less than or equal to {_repr(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._failed(msg, f'{_repr(a)} not greater than {_repr(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._failed(msg, f'{_repr(a)} not greater than or equal to {_repr(b)}')

    def assertRegex(self, text, expected_regex, msg=None):
        import re
        pattern = re.compile(expected_regex)
        if not pattern.search(text):
            self._failed(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re
        pattern = re.compile(unexpected_regex)
        found = pattern.search(text)
        if found:
            self._failed(msg, f'Regex matched: {found.group()!r} matches {pattern.pattern!r} in {text!r}')

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _Raises(expected_exception, self).handle(args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _Raises(expected_exception, self, expected_regex).handle(args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _Warns(expected_warning, self).handle(args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _Warns(expected_warning, self, expected_regex).handle(args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._parts = testFunc, setUp, tearDown, description

    def setUp(self):
        if self._parts[1] is not None:
            self._parts[1]()

    def tearDown(self):
        if self._parts[2] is not None:
            self._parts[2]()

    def runTest(self):
        self._parts[0]()


class _Outcome:
    def __init__(self, case, result, expecting):
        self.case, self.result, self.expecting = case, result, expecting
        self.success, self.expected = True, None

    def attempt(self, function, /, *args, is_test=False, **kwargs):
        try:
            function(*args, **kwargs)
        except KeyboardInterrupt:
            raise
        except SkipTest as why:
            self.success = False
            self.result.addSkip(self.case, str(why))
        except _ShouldStop:
            self.success = False
        except BaseException as error:
            how = type(error), error, error.__traceback__
            if self.expecting:
                self.expected = how
                return
            self.success = False
            add = self.result.addFailure if isinstance(error, self.case.failureException) else self.result.addError
            add(self.case, how)


class _SubTest:
    def __init__(self, case, msg, params):
        self.test_case, self._message, self.params = case, msg, params
        self.failureException = case.failureException

    def _description(self):
        parts = [] if self._message is None else [f'[{self._message}]']
        if self.params:
            parts.append(f"({', '.join([f'{key}={value!r}' for key, value in self.params.items()])})")
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._description()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._description()}'


class _Sub:
    def __init__(self, case, msg, params):
        self.case = case
        outer = case._subtest
        self.params = params if outer is None else {**outer.params, **params}
        self.sub = _SubTest(case, msg, self.params)

    def __enter__(self):
        self.outer, self.case._subtest = self.case._subtest, self.sub

    def __exit__(self, kind, error, trace):
        self.case._subtest = self.outer
        outcome = self.case._outcome
        if outcome is None:
            return False
        if kind is None:
            outcome.result.addSubTest(self.case, self.sub, None)
            return False
        if issubclass(kind, SkipTest):
            outcome.result.addSkip(self.sub, str(error))
            return True
        if issubclass(kind, KeyboardInterrupt):
            return False
        if outcome.expecting:
            outcome.expected = kind, error, trace
            return True
        outcome.success = False
        outcome.result.addSubTest(self.case, self.sub, (kind, error, trace))
        return True


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


# Suites, loading and running.

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
for _name, _where in (('TestCase', 'case'), ('TestResult', 'result'), ('TextTestResult', 'runner'),
                      ('TextTestRunner', 'runner'), ('TestSuite', 'suite'), ('TestLoader', 'loader'),
                      ('IsolatedAsyncioTestCase', 'async_case'), ('SkipTest', 'case'), ('TestProgram', 'main')):
    globals()[_name].__module__ = f'unittest.{_where}'
del _name, _where
