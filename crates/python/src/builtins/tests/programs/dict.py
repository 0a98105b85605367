def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)

def do(a, f):
    try:
        r = f(a)
        print(a, repr(r))
    except Exception as e:
        print(a, type(e).__name__ + ":", e)

t(lambda: {'a': 1}['b'])
t(lambda: {'a': 1}[2])
t(lambda: {'a': 1}[(1, 2)])
t(lambda: {}[''])
t(lambda: {'a': 1}[[]])
t(lambda: {[]: 1})
t(lambda: {{}: 1})
t(lambda: {(1, []): 1})
t(lambda: {1: 'a', 1.0: 'b', True: 'c'})
t(lambda: {'a': 1}.get('a'))
t(lambda: {'a': 1}.get('b'))
t(lambda: {'a': 1}.get('b', 5))
t(lambda: {'a': 1}.get())
t(lambda: {'a': 1}.get([]))
t(lambda: {'a': 1}.get('a', 2, 3))
t(lambda: 'a' in {'a': 1})
t(lambda: [] in {'a': 1})
t(lambda: dict())
t(lambda: dict(a=1, b=2))
t(lambda: dict([('a', 1), ('b', 2)], c=3))
t(lambda: dict({'a': 1}, b=2))
t(lambda: dict(5))
t(lambda: dict([1, 2]))
t(lambda: dict(['ab', 'cd']))
t(lambda: dict(['abc']))
t(lambda: dict([(1,)]))
t(lambda: dict(1, 2))
t(lambda: dict(zip('ab', range(2))))
t(lambda: dict.fromkeys('ab'))
t(lambda: dict.fromkeys('ab', 0))
t(lambda: {'a': 1} | {'b': 2})
t(lambda: {'a': 1} | [])
t(lambda: {'a': 1} + {})
t(lambda: {'a': 1} == {'a': 1.0})
t(lambda: {'a': 1, 'b': 2} == {'b': 2, 'a': 1})
t(lambda: {'a': 1} != {'a': 2})
t(lambda: {'a': 1} < {'a': 2})
t(lambda: hash({}))
t(lambda: {}.keys())
t(lambda: {'a': 1}.keys())
t(lambda: {'a': 1}.values())
t(lambda: {'a': 1}.items())
t(lambda: list({'a': 1, 'b': 2}.items()))
t(lambda: len({'a': 1}.keys()))
t(lambda: {'a': 1, 'b': 2}.keys() & {'a'})
t(lambda: {'a': 1}.keys() | ['b'] == {'a', 'b'})
t(lambda: {'a': 1, 'b': 2}.keys() - ['b'])
t(lambda: {'a': 1}.keys() == {'a'})
t(lambda: {'a': 1}.items() == {('a', 1)})
t(lambda: {'a': 1}.keys() <= {'a', 'b'})
t(lambda: 'a' in {'a': 1}.keys())
t(lambda: ('a', 1) in {'a': 1}.items())
t(lambda: ('a', 2) in {'a': 1}.items())
t(lambda: 1 in {'a': 1}.values())
t(lambda: {'a': 1}.keys()[0])
t(lambda: list(reversed({'a': 1, 'b': 2})))
t(lambda: list(reversed({'a': 1, 'b': 2}.items())))
t(lambda: list(reversed({'a': 1, 'b': 2}.values())))
t(lambda: {'a': 1}.foo)
t(lambda: {'a': 1}.a)
t(lambda: {}.popitem())
t(lambda: {}.pop())
t(lambda: {}.pop('a'))
t(lambda: {}.pop('a', None))
t(lambda: {}.setdefault())
t(lambda: {}.update(5))
t(lambda: {}.update([1]))
t(lambda: {}.update(1, 2))
t(lambda: {**{'a': 1}, 'b': 2, **{'a': 3}})
t(lambda: {**5})
t(lambda: {**[1]})
do({'a': 1}, lambda d: d.pop('a'))
do({'a': 1}, lambda d: d.pop('b'))
do({'a': 1, 'b': 2}, lambda d: d.popitem())
do({'a': 1}, lambda d: d.setdefault('a', 5))
do({'a': 1}, lambda d: d.setdefault('b', 5))
do({'a': 1}, lambda d: d.setdefault('b'))
do({'a': 1}, lambda d: d.update({'b': 2}))
do({'a': 1}, lambda d: d.update([('b', 2)], c=3))
do({'a': 1}, lambda d: d.update(c=3))
do({'a': 1}, lambda d: d.clear())
do({'a': 1}, lambda d: d.copy())
do({'a': 1}, lambda d: d.__delitem__('a'))
do({'a': 1}, lambda d: d.__delitem__('b'))
do({'a': 1}, lambda d: d.__setitem__([], 1))
do({'a': 1}, lambda d: d.__ior__({'z': 1}))
d = {}
d['self'] = d
print(d, {1: d})
d = {'a': 1, 'b': 2}
try:
    for k in d:
        d[k + 'x'] = 1
except RuntimeError as e:
    print(e)
d = {'a': 1, 'b': 2}
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e)
d = {'a': 1, 'b': 2}
for k in d:
    d[k] = d[k] * 10
print(d)
v = d.values()
d['c'] = 7
print(v, sum(v), len(v))
for k, v in d.items():
    print(k, v)
d = {}
for i in range(20):
    d[i] = i * i
for i in range(0, 20, 2):
    del d[i]
d[0] = 'again'
print(d)
d |= {'x': 1}
d |= [('y', 2)]
print(len(d), d['x'], d['y'])
class K:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return self.n % 3
    def __eq__(self, other):
        return isinstance(other, K) and self.n == other.n
    def __repr__(self):
        return f'K{self.n}'
d = {K(1): 'a', K(4): 'b', K(7): 'c'}
d[K(4)] = 'B'
print(d, K(7) in d, K(10) in d, d.get(K(1)), d.pop(K(1)), d)
class B:
    def __hash__(self):
        return 'x'
t(lambda: {B(): 1})
class N:
    def __eq__(self, o):
        return True
t(lambda: {N(): 1})
class D(dict):
    def __missing__(self, k):
        return k + '!'
t(lambda: D()['a'])
t(lambda: D(a=1)['a'])
