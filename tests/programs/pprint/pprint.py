# Wide data on several lines.
from pprint import pformat, pp, pprint

data = {'name': 'x' * 30, 'items': list(range(30)), 'nested': {'b': ['long text ' * 6, 2], 'a': (1, 2)}, 'set': {3, 1, 2}}
pprint(data)
pprint(data, width=40, compact=True)
pprint([data['nested']] * 2, indent=4, depth=2)
pp({'z': 1, 'a': 2})
print(pformat({'z': 1, 'a': 2}), pformat('short'), pformat([]), pformat({2: 1, 'a': 2}))
pprint('words ' * 30)
loop = [1]
loop.append(loop)
print(pformat(loop)[:16])
