import sys
import types


def get(name):
    if name.startswith('lazy_'):
        print('asked for', name)
        return name.removeprefix('lazy_')
    raise AttributeError(f'nothing called {name}')


module = types.ModuleType('lazy')
module.__getattr__ = get
module.there = 'there'
sys.modules['lazy'] = module

import lazy
from lazy import lazy_one, there

print(lazy_one, there, lazy.lazy_two)
print(getattr(lazy, 'three', 'no three'), hasattr(lazy, 'lazy_four'))
try:
    lazy.five
except AttributeError as error:
    print(error)
