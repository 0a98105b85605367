# What comes before what.
from graphlib import CycleError, TopologicalSorter

print(list(TopologicalSorter({'d': ['b', 'c'], 'b': ['a'], 'c': ['a']}).static_order()))
t = TopologicalSorter()
t.add('test', 'build')
t.add('build', 'fetch')
t.prepare()
while t.is_active():
    for node in t.get_ready():
        print(node)
        t.done(node)
try:
    TopologicalSorter({'a': ['b'], 'b': ['a']}).prepare()
except CycleError as error:
    print(error.args[0], sorted(set(error.args[1])))
