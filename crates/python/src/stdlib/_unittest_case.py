# A test case: its life, its assertions, and what leaves tests out.

from time import perf_counter as _clock

from _unittest_checks import _Logs, _Raises, _repr, _reprs, _Warns
from _unittest_result import _ShouldStop, _SubTest, _UnexpectedSuccess, SkipTest, TestResult

__name__ = 'unittest.case'


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
