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

t(lambda: set())
t(lambda: frozenset())
t(lambda: {1, 2, 3})
t(lambda: {3, 2, 1})
t(lambda: set([33, 1, 17, 9, 25]))
t(lambda: set('hello world'))
t(lambda: {'b', 'a', 'c'})
t(lambda: {'task1', 'task2', 'task3', 'task4', 'task5', 'task6'})
t(lambda: frozenset('abc'))
t(lambda: set(range(20, 0, -3)))
t(lambda: {1.5, 2, True, None, 'x', (1, 2)} == {(1, 2), 1, 'x', None, 2, 1.5})
t(lambda: {-1, -2, -3})
t(lambda: {1, 2} | {2, 3})
t(lambda: {1, 2} & {2, 3})
t(lambda: {1, 2} - {2, 3})
t(lambda: {1, 2} ^ {2, 3})
t(lambda: {1, 2} | [3])
t(lambda: {1, 2} - 5)
t(lambda: {1} + {2})
t(lambda: {1, 2} < {1, 2, 3})
t(lambda: {1, 2} <= {1, 2})
t(lambda: {1, 2} > {1})
t(lambda: {1, 2} >= {3})
t(lambda: {1, 2} == frozenset([1, 2]))
t(lambda: {1, 2} == [1, 2])
t(lambda: {1, 2} < [1])
t(lambda: frozenset([1]) | {2})
t(lambda: {2} | frozenset([1]))
t(lambda: 1 in {1})
t(lambda: [] in {1})
t(lambda: {[]})
t(lambda: {{1}})
t(lambda: {frozenset([1])})
t(lambda: {1} in {frozenset([1])})
t(lambda: hash({1}))
t(lambda: hash(frozenset([1, 2])))
t(lambda: set(5))
t(lambda: set([[]]))
t(lambda: set(1, 2))
t(lambda: {1, 2}[0])
t(lambda: {1}.union([2], (3,)))
t(lambda: {1}.union())
t(lambda: {1}.union(5))
t(lambda: {1, 2}.intersection([2]))
t(lambda: {1, 2, 3}.intersection([2, 3], {3}))
t(lambda: {1, 2}.difference([2]))
t(lambda: {1, 2}.difference([2], [1]))
t(lambda: {1, 2}.symmetric_difference([2, 3]))
t(lambda: {1, 2}.issubset([1, 2, 3]))
t(lambda: {1, 2}.issuperset([1]))
t(lambda: {1, 2}.isdisjoint([3]))
t(lambda: {1, 2}.isdisjoint(3))
t(lambda: frozenset([1]).add(2))
t(lambda: set().pop())
t(lambda: {1}.foo)
do({1}, lambda s: s.add(2))
do({1}, lambda s: s.add([]))
do({1}, lambda s: s.add())
do({1}, lambda s: s.remove(1))
do({1}, lambda s: s.remove(5))
do({1}, lambda s: s.remove('k'))
do({1}, lambda s: s.discard(1))
do({1}, lambda s: s.discard(5))
do({1}, lambda s: s.discard([]))
do({1}, lambda s: s.pop())
do({1}, lambda s: s.clear())
do({1}, lambda s: s.copy())
do({1}, lambda s: s.update([2], 'ab'))
do({1}, lambda s: s.update(5))
do({1, 2, 3}, lambda s: s.intersection_update([1, 5]))
do({1, 2, 3}, lambda s: s.difference_update([1, 5]))
do({1, 2, 3}, lambda s: s.symmetric_difference_update([1, 5]))
s = {1, 2}
s |= {3}
s -= {1}
s &= {2, 3, 4}
s ^= {9}
print(s)
try:
    s |= [1]
except TypeError as e:
    print(e)
f = frozenset([1])
g = f
f |= {2}
print(f, g)
s = {1, 2}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
print({x % 3 for x in range(10)}, sorted({'b', 'a'}), len({1, 1, 1}))
print({*range(3), *'ab'} == {0, 1, 2, 'a', 'b'})
print(max({3, 9, 2}), sum({1, 2}), list(enumerate({5})), bool(set()), bool({0}))
words = 'the quick brown fox jumps over the lazy dog'.split()
print(set(words))
s = set()
for w in words:
    s.add(w)
print(s)
for w in words[:5]:
    s.discard(w)
print(s, s | set(words), set(words) - s)
