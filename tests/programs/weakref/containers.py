# Dictionaries and sets that forget what is gone.
import weakref

class Thing:
    def __init__(self, name):
        self.name = name
    def __repr__(self):
        return f'Thing({self.name})'
a, b = Thing('a'), Thing('b')
values = weakref.WeakValueDictionary(a=a, b=b)
keys = weakref.WeakKeyDictionary({a: 1, b: 2})
some = weakref.WeakSet([a, b])
print(sorted(values), len(keys), len(some), values['a'], keys[b], a in some)
del a
print(sorted(values), len(keys), list(some), values.get('a'), 'a' in values, dict(values.items()))
values['c'] = b
print(sorted(values.keys()), list(keys.items()), values.pop('c'))
try:
    values['a']
except KeyError as error:
    print('KeyError', error)
del b
print(len(values), len(keys), len(some))
