# A factory makes what is missing.
from collections import defaultdict

groups = defaultdict(list)
for word in ['apple', 'bee', 'ant', 'cat', 'bat']:
    groups[word[0]].append(word)
print(groups)
print(dict(groups), groups['z'], len(groups), groups.get('q'), 'q' in groups)
counts = defaultdict(int)
for letter in 'mississippi':
    counts[letter] += 1
print(sorted(counts.items()))
plain = defaultdict(None, a=1)
try:
    plain['b']
except KeyError as error:
    print('KeyError', error)
try:
    defaultdict(3)
except TypeError as error:
    print(error)
nested = defaultdict(lambda: defaultdict(int))
nested['x']['y'] += 2
print(nested['x'], nested.default_factory.__name__)
copied = groups.copy()
copied['new'].append(1)
print('new' in groups, type(copied).__name__, copied.default_factory)
print(defaultdict(int, {'a': 1}) | {'b': 2}, {'a': 1} | defaultdict(int, b=2), defaultdict(int) == {})
