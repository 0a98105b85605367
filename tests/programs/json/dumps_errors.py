# What cannot be written.
import json
from collections import Counter, OrderedDict, namedtuple

loop = []
loop.append(loop)
for value, options in [({1, 2}, {}), ({(1,): 2}, {}), (object, {}), (loop, {}), (float('nan'), {'allow_nan': False}), (b'x', {}), ({'a': 1, 2: 1}, {'sort_keys': True})]:
    try:
        print(json.dumps(value, **options))
    except Exception as error:
        print(type(error).__name__, error)
class Date:
    def __init__(self, text):
        self.text = text
print(json.dumps({'at': Date('now'), 's': {3}}, default=lambda o: o.text if isinstance(o, Date) else list(o)))
class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, type):
            return 'type'
        return super().default(o)
print(json.dumps([int], cls=Encoder), Encoder(indent=1).encode([1]))
print(json.dumps(OrderedDict(b=1, a=2)), json.dumps(Counter('aab')), json.dumps(namedtuple('P', 'x y')(1, 2)))
