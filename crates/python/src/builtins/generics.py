# What definitions with type parameters need of `typing`.

import typing

NAMES = {}


def _type_var(name, bound, *default):
    extra = {'default': default[0]} if default else {}
    if isinstance(bound, tuple):
        return typing.TypeVar(name, *bound, infer_variance=True, **extra)
    return typing.TypeVar(name, bound=bound, infer_variance=True, **extra)


def _type_var_tuple(name, _, *default):
    return typing.TypeVarTuple(name, **({'default': default[0]} if default else {}))


def _param_spec(name, _, *default):
    return typing.ParamSpec(name, infer_variance=True, **({'default': default[0]} if default else {}))


def _base(*params):
    return typing.Generic[tuple([typing.Unpack[one] if isinstance(one, typing.TypeVarTuple) else one for one in params])]


def _described(definition, *params):
    definition.__type_params__ = params
    return definition


def _alias(name, value, *params):
    return typing.TypeAliasType(name, typing._Later(value), type_params=params)


NAMES.update({'.TypeVar': _type_var, '.TypeVarTuple': _type_var_tuple, '.ParamSpec': _param_spec, '.base': _base,
              '.described': _described, '.alias': _alias})
