# Objects that stand in for others and remember how they were used.

import sys as _sys


class _Named:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __reduce__(self):
        return self.name


class _Sentinels:
    def __init__(self):
        self._known = {}

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return self._known.setdefault(name, _Named(f'sentinel.{name}'))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_MISSING = sentinel.MISSING
FILTER_DIR = True


class InvalidSpecError(Exception):
    pass


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'

    __hash__ = object.__hash__


ANY = _Any()


def _shown(name, args, kwargs):
    parts = [repr(value) for value in args] + [f'{key}={value!r}' for key, value in kwargs.items()]
    return f"{name}({', '.join(parts)})"


class _Call(tuple):
    # name, args, kwargs; a call without a name is a pair.
    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        for part in value:
            if isinstance(part, str):
                name = part
            elif isinstance(part, tuple):
                args = part
            else:
                kwargs = part
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name, self._mock_parent, self._from_kall = name, parent, from_kall

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __eq__(self, other):
        if not isinstance(other, tuple) or len(other) > 3:
            return NotImplemented
        name, args, kwargs = '', (), {}
        for part in other:
            if isinstance(part, str):
                name = part
            elif isinstance(part, tuple):
                args = part
            elif isinstance(part, dict):
                kwargs = part
            else:
                return False
        own = self[0] if len(self) == 3 else ''
        if name and own and name != own:
            return False
        return (tuple(other[-2:]) == (args, kwargs) or len(other) != 2 or True) and (args, kwargs) == (
            tuple(self[-2]), self[-1])

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    __hash__ = tuple.__hash__

    def __call__(self, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        own = self.__dict__.get('_mock_name')
        return _Call(name=name if own is None else f'{own}.{name}', parent=self, from_kall=False)

    def __repr__(self):
        if not self._from_kall:
            name = self._mock_name or 'call'
            return name if name.startswith('call') else 'call.' + name
        name = self[0] if len(self) == 3 else ''
        name = f'call.{name}' if name and not name.startswith('()') else f'call{name}'
        return _shown(name, self[-2], self[-1])

    def count(self, /, *args, **kwargs):
        return self.__getattr__('count')(*args, **kwargs)

    def index(self, /, *args, **kwargs):
        return self.__getattr__('index')(*args, **kwargs)


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        size = len(value)
        return any(self[at:at + size] == value for at in range(len(self) - size + 1))

    def __repr__(self):
        return list.__repr__(self)


_OWN = ('return_value', 'side_effect', 'called', 'call_count', 'call_args', 'call_args_list', 'mock_calls', 'method_calls',
        'name', 'await_count', 'await_args', 'await_args_list')


class NonCallableMock:
    def __new__(cls, *args, **kw):
        # A class for each mock: special methods are looked for there.
        made = type(cls.__name__, (cls,), {'__doc__': cls.__doc__, '__module__': 'unittest.mock'})
        return object.__new__(made)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='',
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, side_effect=None,
                 return_value=DEFAULT, **kwargs):
        own = self.__dict__
        own['_mock_parent'], own['_mock_name'], own['_mock_new_name'] = parent, name, _new_name or name or ''
        own['_mock_children'], own['_mock_wraps'], own['_mock_sealed'] = {}, wraps, False
        spec, fixed = (spec_set, True) if spec_set is not None else (spec, False)
        own['_spec_set'] = fixed
        own['_mock_methods'] = own['_spec_class'] = None
        if spec is not None:
            own['_mock_methods'] = list(spec) if isinstance(spec, (list, tuple)) else dir(spec)
            if not isinstance(spec, (list, tuple)):
                own['_spec_class'] = spec if isinstance(spec, type) else type(spec)
            own['_spec'] = spec
        own['_mock_return_value'], own['_mock_side_effect'] = return_value, None
        self._forget()
        if side_effect is not None:
            self.side_effect = side_effect
        self._prepare()
        self.configure_mock(**kwargs)

    def _prepare(self):
        pass

    def _forget(self):
        own = self.__dict__
        own.update(called=False, call_count=0, call_args=None, call_args_list=_CallList(), mock_calls=_CallList(),
                   method_calls=_CallList())

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        self._forget()
        if return_value:
            self.__dict__['_mock_return_value'] = DEFAULT
        if side_effect:
            self.__dict__['_mock_side_effect'] = None
        for child in self._mock_children.values():
            if isinstance(child, NonCallableMock):
                child.reset_mock(return_value=return_value, side_effect=side_effect)
        result = self._mock_return_value
        if isinstance(result, NonCallableMock) and result is not self:
            result.reset_mock()

    def configure_mock(self, /, **kwargs):
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count('.')):
            *way, last = path.split('.')
            target = self
            for name in way:
                target = getattr(target, name)
            setattr(target, last, value)

    def attach_mock(self, mock, attribute):
        mock.__dict__['_mock_parent'] = None
        mock.__dict__['_mock_name'] = mock.__dict__['_mock_new_name'] = ''
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        self.__dict__['_mock_methods'] = dir(spec)
        self.__dict__['_spec_set'] = spec_set

    @property
    def __class__(self):
        return self._spec_class or type(self)

    @property
    def return_value(self):
        value = self._mock_return_value
        if value is DEFAULT and self._mock_wraps is None:
            value = self._child(_new_name='()', parent=self)
            self.__dict__['_mock_return_value'] = value
        return value

    @return_value.setter
    def return_value(self, value):
        self.__dict__['_mock_return_value'] = value
        self._adopt(value, '()')

    @property
    def side_effect(self):
        return self._mock_side_effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not isinstance(value, BaseException) and hasattr(
                value, '__iter__'):
            value = iter(value)
        self.__dict__['_mock_side_effect'] = value

    def _adopt(self, value, name):
        if isinstance(value, NonCallableMock) and value._mock_parent is None and not value._mock_new_name \
                and value is not self:
            value.__dict__['_mock_parent'], value.__dict__['_mock_new_name'] = self, name

    def _child(self, /, **kw):
        for cls in type(self).__mro__[1:]:
            if issubclass(cls, NonCallableMock):
                break
        if self._mock_sealed:
            raise AttributeError(f'{self._full_name()}.{kw.get("_new_name", "")}')
        if cls is NonCallableMock:
            cls = Mock
        elif cls is NonCallableMagicMock:
            cls = MagicMock
        return cls(**kw)

    def __getattr__(self, name):
        own = self.__dict__
        if '_mock_children' not in own or name in ('_mock_methods', '_spec_class', '_mock_wraps'):
            raise AttributeError(name)
        methods = own['_mock_methods']
        if methods is not None:
            if name not in methods:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        if not methods and name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt', 'called_', 'await_')) \
                and name not in _OWN:
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to '
                                 'be an attribute.')
        child = own['_mock_children'].get(name)
        if child is _MISSING:
            raise AttributeError(name)
        if child is None:
            wraps = own['_mock_wraps']
            child = self._child(parent=self, name=name, _new_name=name,
                                wraps=None if wraps is None else getattr(wraps, name))
            own['_mock_children'][name] = child
        return child

    def __setattr__(self, name, value):
        if name in ('return_value', 'side_effect', '__class__'):
            object.__setattr__(self, name, value)
            return
        own = self.__dict__
        if own['_spec_set'] and own['_mock_methods'] is not None and name not in own['_mock_methods'] \
                and name not in own:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _MAGIC:
            if isinstance(value, NonCallableMock):
                self._adopt(value, name)
                own['_mock_children'][name] = value
                setattr(type(self), name, lambda this, *args, **kwargs: value(*args, **kwargs))
            else:
                setattr(type(self), name, value)
            return
        if isinstance(value, NonCallableMock):
            self._adopt(value, name)
            own['_mock_children'][name] = value
        own[name] = value

    def __delattr__(self, name):
        own = self.__dict__
        if name in own:
            del own[name]
        elif own['_mock_children'].get(name) is _MISSING:
            raise AttributeError(name)
        own['_mock_children'][name] = _MISSING

    def __dir__(self):
        return sorted({*(self._mock_methods or ()), *self.__dict__, *self._mock_children})

    def _full_name(self):
        parts, mock = [], self
        while mock is not None:
            parts.append(mock._mock_new_name)
            mock = mock._mock_parent
        if len(parts) > 1 or not parts[-1]:
            parts[-1] = parts[-1] or 'mock'
        parts.reverse()
        text = parts[0]
        for part in parts[1:]:
            text += part if part == '()' else f'.{part}'
        return text

    def __repr__(self):
        name = self._full_name()
        shown = f' name={name!r}' if self._mock_new_name or self._mock_parent is not None else ''
        spec = ''
        if self._spec_class is not None:
            spec = f' {"spec_set" if self._spec_set else "spec"}={self._spec_class.__name__!r}'
        return f"<{type(self).__name__}{shown}{spec} id='{id(self)}'>"

    # Asking what happened.

    def _mock_call_shown(self, args, kwargs):
        return _shown(self._mock_name or 'mock', args, kwargs)

    def _of(self, msg=''):
        return self._mock_name or 'mock'

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected '{self._of()}' to not have been called. Called {self.call_count} times.\n"
                                 f'Calls: {self.mock_calls!r}.')

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self._of()}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            calls = f'\nCalls: {self.mock_calls!r}.' if self.mock_calls else ''
            raise AssertionError(f"Expected '{self._of()}' to have been called once. Called {self.call_count} times."
                                 f'{calls}')

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError(f'expected call not found.\nExpected: {self._mock_call_shown(args, kwargs)}\n'
                                 '  Actual: not called.')
        if self.call_args != (args, kwargs):
            raise AssertionError(f'expected call not found.\nExpected: {self._mock_call_shown(args, kwargs)}\n'
                                 f'  Actual: {self._mock_call_shown(*self.call_args[-2:])}')

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            calls = f'\nCalls: {self.mock_calls!r}.' if self.mock_calls else ''
            raise AssertionError(f"Expected '{self._of()}' to be called once. Called {self.call_count} times.{calls}")
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if (args, kwargs) not in [tuple(one[-2:]) for one in self.call_args_list]:
            raise AssertionError(f'{self._mock_call_shown(args, kwargs)} call not found')

    def assert_has_calls(self, calls, any_order=False):
        calls = list(calls)
        if not any_order:
            if calls not in self.mock_calls:
                raise AssertionError(f'Calls not found.\nExpected: {_CallList(calls)!r}\n  Actual: {self.mock_calls!r}')
            return
        left, missing = list(self.mock_calls), []
        for one in calls:
            if one in left:
                left.remove(one)
            else:
                missing.append(one)
        if missing:
            raise AssertionError(f'{self._mock_name or "mock"} does not contain all of {tuple(missing)!r} in its call '
                                 f'list, found {left!r} instead')


class CallableMixin:
    pass


class Mock(CallableMixin, NonCallableMock):
    def __call__(self, /, *args, **kwargs):
        self._remember(args, kwargs)
        return self._answer(args, kwargs)

    def _remember(self, args, kwargs):
        own = self.__dict__
        own['called'] = True
        own['call_count'] += 1
        own['call_args'] = _Call((args, kwargs), two=True)
        own['call_args_list'].append(own['call_args'])
        own['mock_calls'].append(_Call(('', args, kwargs)))
        name, is_method = self._mock_new_name, self._mock_new_name != '()'
        parent = self._mock_parent
        while parent is not None:
            one = _Call((name, args, kwargs))
            if is_method and parent is not None:
                parent.method_calls.append(one)
                is_method = parent._mock_new_name != '()' and parent._mock_name is not None or \
                    parent._mock_parent is None
            parent.mock_calls.append(one)
            above = parent._mock_new_name
            if above and parent._mock_parent is not None:
                name = f'{above}{name}' if name.startswith('()') else f'{above}.{name}'
            parent = parent._mock_parent

    def _answer(self, args, kwargs):
        effect = self._mock_side_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if isinstance(result, BaseException) or isinstance(result, type) and issubclass(
                        result, BaseException):
                    raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is DEFAULT and self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


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


# Patching.

def _resolve(path):
    parts = path.split('.')
    for size in range(len(parts), 0, -1):
        name = '.'.join(parts[:size])
        found = _sys.modules.get(name)
        if found is None and size == 1:
            raise ModuleNotFoundError(f'No module named {parts[0]!r}')
        if found is not None:
            for part in parts[size:]:
                found = getattr(found, part)
            return found
    return None


class _patch:
    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs):
        self.getter, self.attribute, self.new = getter, attribute, new
        self.spec, self.create, self.spec_set, self.autospec = spec, create, spec_set, autospec
        self.new_callable, self.kwargs = new_callable, kwargs
        self.additional = []

    def __call__(self, func):
        from functools import wraps
        from inspect import iscoroutinefunction
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self._copy()(getattr(func, name)))
            return func
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func
        patchings = [self]

        def enter(stack):
            more = ()
            for one in patchings:
                made = stack.enter_context(one)
                if one.new is DEFAULT:
                    more += made,
            return more

        from contextlib import ExitStack
        if iscoroutinefunction(func):
            @wraps(func)
            async def patched(*args, **kwargs):
                with ExitStack() as stack:
                    more = enter(stack)
                    return await func(*args, *more, **kwargs)
        else:
            @wraps(func)
            def patched(*args, **kwargs):
                with ExitStack() as stack:
                    more = enter(stack)
                    return func(*args, *more, **kwargs)
        patched.patchings = patchings
        return patched

    def _copy(self):
        return _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                      self.new_callable, self.kwargs)

    def __enter__(self):
        self.target = target = self.getter()
        name = self.attribute
        own = getattr(target, '__dict__', {})
        self.local = name in own
        original = own[name] if self.local else getattr(target, name, DEFAULT)
        if original is DEFAULT and not self.create:
            raise AttributeError(f'{target!r} does not have the attribute {name!r}')
        self.original = original
        new = self.new
        if new is DEFAULT:
            if self.autospec:
                new = create_autospec(original if self.autospec is True else self.autospec, _name=name, **self.kwargs)
            else:
                from inspect import iscoroutinefunction
                kind = self.new_callable or (AsyncMock if iscoroutinefunction(original) else MagicMock)
                options = dict(self.kwargs)
                for key in ('spec', 'spec_set'):
                    value = getattr(self, key)
                    if value is not None:
                        options[key] = original if value is True else value
                if isinstance(kind, type) and issubclass(kind, NonCallableMock):
                    options.setdefault('name', name)
                new = kind(**options)
        setattr(target, name, new)
        return new

    def __exit__(self, *error):
        if self.local or not hasattr(self.target, '__dict__'):
            setattr(self.target, self.attribute, self.original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.original)
        return False

    def start(self):
        made = self.__enter__()
        _active.append(self)
        return made

    def stop(self):
        if self in _active:
            _active.remove(self)
        return self.__exit__(None, None, None)


_active = []


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False,
          **kwargs):
    path, _, attribute = target.rpartition('.')
    if not path:
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}')
    return _patch(lambda: _resolve(path), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):
    if isinstance(target, str):
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


class _patch_dict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.clear = in_dict, clear
        self.values = {**dict(values), **kwargs}

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _resolve(self.in_dict)
        self.original = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *error):
        self.in_dict.clear()
        self.in_dict.update(self.original)
        return False

    def __call__(self, func):
        from functools import wraps
        from inspect import iscoroutinefunction
        if iscoroutinefunction(func):
            @wraps(func)
            async def inner(*args, **kwargs):
                with self:
                    return await func(*args, **kwargs)
        else:
            @wraps(func)
            def inner(*args, **kwargs):
                with self:
                    return func(*args, **kwargs)
        return inner

    start = __enter__

    def stop(self):
        return self.__exit__()


class _patch_multiple:
    def __init__(self, target, **kwargs):
        find = (lambda: _resolve(target)) if isinstance(target, str) else lambda: target
        self.patches = {name: _patch(find, name, new, None, False, None, None, None, {})
                        for name, new in kwargs.items()}

    def __enter__(self):
        return {name: made for name, one in self.patches.items()
                for made in [one.__enter__()] if one.new is DEFAULT}

    def __exit__(self, *error):
        for one in reversed(self.patches.values()):
            one.__exit__(*error)
        return False


def _stop_all():
    for one in reversed(_active[:]):
        one.stop()


patch.object, patch.dict, patch.multiple, patch.stopall = _patch_object, _patch_dict, _patch_multiple, _stop_all
patch.TEST_PREFIX = 'test'


def mock_open(mock=None, read_data=''):
    from io import BytesIO, StringIO
    handle = MagicMock(name='open')
    data = StringIO(read_data) if isinstance(read_data, str) else BytesIO(read_data)
    handle.__enter__.return_value = handle
    handle.read.side_effect = data.read
    handle.readline.side_effect = data.readline
    handle.readlines.side_effect = data.readlines
    handle.__iter__.side_effect = lambda: iter(data)
    if mock is None:
        mock = MagicMock(name='open')
    mock.return_value = handle
    return mock
