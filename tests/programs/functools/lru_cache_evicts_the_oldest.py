from functools import lru_cache


@lru_cache(maxsize=2)
def load(name, *, mode='r'):
    print('load', name, mode)
    return name


for name in ['a', 'b', 'a', 'c', 'b', 'b']:
    load(name)
load('b', mode='w')
load('b', mode='w')
print(load.cache_info())


@lru_cache(maxsize=0)
def never(value):
    return value


never(1), never(1)
print(never.cache_info())


@lru_cache(typed=True)
def typed(value):
    return value


typed(1), typed(1.0), typed(True)
print(typed.cache_info().currsize)
