# Mocks with special methods, and those that are awaited; mocks made after the picture of something.

_NUMERIC = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow'.split()
_MAGIC = {f'__{name}__' for name in '''len bool str iter contains getitem setitem delitem enter exit hash int float index
    lt gt le ge eq ne call aenter aexit aiter anext neg pos invert abs round next reversed missing'''.split()}
_MAGIC |= {f'__{prefix}{name}__' for name in _NUMERIC for prefix in ('', 'r', 'i')}
_PLAIN = {'__call__', '__eq__', '__ne__', '__hash__', '__str__', '__next__', '__missing__', '__anext__'}
_ANSWERS = {'__len__': 0, '__bool__': True, '__contains__': False, '__int__': 1, '__float__': 1.0, '__index__': 1,
            '__exit__': False, '__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented,
            '__ge__': NotImplemented}


def _magic(name):
    def method(self, /, *args, **kwargs):
        return getattr(self, name)(*args, **kwargs)
    method.__name__ = name
    return method


class _MagicMixin:
    # Special methods are mocks too, made when they are first used.
    def _special(self, name):
        children = self.__dict__['_mock_children']
        child = children.get(name)
        if child is None:
            kind = AsyncMock if name in ('__aenter__', '__aexit__', '__anext__') else MagicMock
            child = kind(name=name, _new_name=name, parent=self)
            if name in _ANSWERS:
                child.return_value = _ANSWERS[name]
            elif name == '__iter__':
                child.side_effect = lambda: iter(() if child._mock_return_value is DEFAULT else child._mock_return_value)
            elif name == '__aiter__':
                child.side_effect = lambda: _aiter(
                    () if child._mock_return_value is DEFAULT else child._mock_return_value)
            elif name == '__aexit__':
                child.return_value = False
            children[name] = child
        return child

    def __getattribute__(self, name):
        if name in _MAGIC and name not in _PLAIN:
            methods = object.__getattribute__(self, '__dict__').get('_mock_methods')
            if methods is None or name in methods:
                return object.__getattribute__(self, '_special')(name)
            raise AttributeError(f'Mock object has no attribute {name!r}')
        return object.__getattribute__(self, name)


async def _aiter(items):
    for item in items:
        yield item


def _special_method(name):
    def method(self, /, *args, **kwargs):
        methods = self.__dict__.get('_mock_methods')
        if methods is not None and name not in methods:
            raise TypeError(f"'{type(self).__name__}' object does not support {name}")
        return self._special(name)(*args, **kwargs)
    method.__name__ = name
    return method


for _name in _MAGIC - _PLAIN:
    if not (_name.startswith('__i') and _name[3:-2] in _NUMERIC or _name.startswith('__r') and _name[3:-2] in _NUMERIC):
        setattr(_MagicMixin, _name, _special_method(_name))


class NonCallableMagicMock(_MagicMixin, NonCallableMock):
    pass


class MagicMock(_MagicMixin, Mock):
    def _prepare(self):
        pass


class AsyncMock(_MagicMixin, Mock):
    def _prepare(self):
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())
        self.__dict__['_is_coroutine_marker'] = '_is_coroutine_mark'

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())

    def __call__(self, /, *args, **kwargs):
        self._remember(args, kwargs)
        return self._awaited(args, kwargs)

    def _child(self, /, **kw):
        return MagicMock(**kw) if kw.get('_new_name') == '()' else AsyncMock(**kw)

    async def _awaited(self, args, kwargs):
        own = self.__dict__
        own['await_count'] += 1
        own['await_args'] = _Call((args, kwargs), two=True)
        own['await_args_list'].append(own['await_args'])
        effect = self._mock_side_effect
        if effect is not None and not callable(effect) and not isinstance(effect, BaseException):
            try:
                result = next(effect)
            except StopIteration:
                raise StopAsyncIteration from None
            if isinstance(result, BaseException) or isinstance(result, type) and issubclass(result, BaseException):
                raise result
            return result
        result = self._answer(args, kwargs)
        if effect is not None and callable(effect) and hasattr(type(result), '__await__') and hasattr(result, 'send'):
            return await result
        return result

    def assert_awaited(self):
        if not self.await_count:
            raise AssertionError(f'Expected {self._of()} to have been awaited.')

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._of()} to have been awaited once. Awaited {self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        shown = self._mock_call_shown(args, kwargs).replace('call', 'await', 0)
        if self.await_args is None:
            raise AssertionError(f'Expected await: {shown}\nNot awaited')
        if self.await_args != (args, kwargs):
            raise AssertionError(f'expected await not found.\nExpected: {shown}\n'
                                 f'  Actual: {self._mock_call_shown(*self.await_args[-2:])}')

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        if (args, kwargs) not in [tuple(one[-2:]) for one in self.await_args_list]:
            raise AssertionError(f'{self._mock_call_shown(args, kwargs)} await not found')

    def assert_has_awaits(self, calls, any_order=False):
        calls = list(calls)
        found = all(one in self.await_args_list for one in calls) if any_order else calls in self.await_args_list
        if not found:
            raise AssertionError(f'Awaits not found.\nExpected: {_CallList(calls)!r}\nActual: {self.await_args_list!r}')

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(f'Expected {self._of()} to not have been awaited. Awaited {self.await_count} times.')


class PropertyMock(Mock):
    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)

    def _child(self, /, **kwargs):
        return MagicMock(**kwargs)


def seal(mock):
    mock.__dict__['_mock_sealed'] = True
    for child in mock._mock_children.values():
        if isinstance(child, NonCallableMock):
            seal(child)


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    from inspect import iscoroutinefunction
    if iscoroutinefunction(spec):
        return AsyncMock(name=_name or spec.__name__, **kwargs)
    made = MagicMock(spec=spec, name=_name, **kwargs)
    if isinstance(spec, type):
        for name in dir(spec):
            if not name.startswith('__') and iscoroutinefunction(getattr(spec, name, None)):
                made._mock_children[name] = AsyncMock(name=name, _new_name=name, parent=made)
        if not instance:
            made.return_value = create_autospec(spec, spec_set, True, _name='()')
    return made
