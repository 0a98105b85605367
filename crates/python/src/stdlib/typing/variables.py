# Type variables, and what `type` statements make.

class _Variable(_Operators):
    def __init__(self, name, bound, covariant, contravariant, infer_variance, default):
        self.__name__ = name
        self.__bound__ = None if bound is None else _checked(bound, 'Bound must be a type.')
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance
        self.__default__ = default
        self.__module__ = _caller()

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    def has_default(self):
        return self.__default__ is not NoDefault

    def __typing_subst__(self, arg):
        return _checked(arg, 'Parameters to generic types must be types.')

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


def _caller():
    try:
        return sys._getframe().f_globals.get('__name__', '__main__')
    except ValueError:
        return '__main__'


class TypeVar(_Variable):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=NoDefault):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        super().__init__(name, bound, covariant, contravariant, infer_variance, default)
        message = 'TypeVar(name, constraint, ...): constraints must be types.'
        self.__constraints__ = tuple([_checked(arg, message) for arg in constraints])


class ParamSpec(_Variable):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=NoDefault):
        super().__init__(name, bound, covariant, contravariant, infer_variance, default)
        self.args = ParamSpecArgs(self)
        self.kwargs = ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        return tuple(_types(arg)) if isinstance(arg, (list, tuple)) else arg


class _ParamSpecPart:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._word}'


class ParamSpecArgs(_ParamSpecPart):
    _word = 'args'


class ParamSpecKwargs(_ParamSpecPart):
    _word = 'kwargs'


class TypeVarTuple(_Variable):
    def __init__(self, name, *, default=NoDefault):
        super().__init__(name, None, False, False, True, default)

    def __iter__(self):
        yield Unpack[self]


class _Later:
    # The value of a `type` statement: it is evaluated when it is asked for.
    def __init__(self, function):
        self.function = function


class TypeAliasType(_Operators):
    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self._value = value
        self.__type_params__ = self.__parameters__ = type_params
        self.__module__ = _caller()

    @property
    def __value__(self):
        if isinstance(self._value, _Later):
            self._value = self._value.function()
        return self._value

    def __repr__(self):
        return self.__name__

    def __getitem__(self, params):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        return _GenericAlias(self, _types(_as_tuple(params)))
