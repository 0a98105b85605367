from collections import ChainMap

base = ChainMap({'a': 1}, {'b': 2})
print(base | {'c': 3}, {'a': 0, 'z': 9} | base)
base |= {'b': 20}
print(base, base.maps)
try:
    base | [('a', 1)]
except TypeError as error:
    print(error)
