# What becomes of Python's values.
import json

data = {'name': 'Ann', 'tags': ['a', 'b', ()], 'n': None, 'ok': True, 'no': False, 'pi': 3.14, 'big': 10**20, 1: 'one', 2.5: 'f', None: 0, True: 1}
print(json.dumps(data))
print(json.dumps([1.0, 1e100, -0.0, float('nan'), float('inf'), -float('inf')]))
print(json.dumps('quote " back \\ \n\t\x01 \u00e9 \u2028 \U0001f600'), json.dumps('é\U0001f600\x7f', ensure_ascii=False))
print(json.dumps({'b': 1, 'a': 2}, sort_keys=True), json.dumps([1, {'a': 2}], separators=(',', ':')))
print(json.dumps({'a': [1, 2, {}, []], 'b': {'c': None}}, indent=2))
print(json.dumps([1, [2]], indent='\t'), json.dumps([], indent=2), json.dumps({'x': 1}, indent=0))
print(json.dumps({(1, 2): 3, 'k': 1}, skipkeys=True))
