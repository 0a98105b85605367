# Putting a mock in the place of something, and that back again.

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
