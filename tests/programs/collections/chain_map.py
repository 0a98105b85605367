# Several dicts seen as one.
from collections import ChainMap

defaults, options = {'color': 'red', 'size': 1}, {'size': 2}
c = ChainMap(options, defaults)
print(c, c['color'], c['size'], len(c), list(c), dict(c), c.get('q'), 'size' in c)
c['new'] = 3
print(options, c.new_child({'color': 'x'})['color'], c.parents, c.maps[1])
for call in [lambda: c['q'], lambda: c.pop('color')]:
    try:
        call()
    except KeyError as error:
        print(error)
