# The mocks themselves: what they are asked for becomes a child, what is done to them is remembered, and can be
# asserted. Special methods are in magic.py.

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
