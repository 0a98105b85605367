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

t(lambda: [1, 2][5])
t(lambda: [1, 2][-3])
t(lambda: [1, 2]['a'])
t(lambda: [1, 2][1.0])
t(lambda: [1, 2][None])
t(lambda: [1, 2][True])
t(lambda: [1, 2, 3, 4, 5][1:4:2])
t(lambda: [1, 2, 3, 4, 5][::-1])
t(lambda: [1, 2, 3, 4, 5][10:])
t(lambda: [1, 2, 3, 4, 5][-2:])
t(lambda: [1, 2, 3][::0])
t(lambda: [1, 2, 3]['a':])
t(lambda: [1, 2] + [3])
t(lambda: [1, 2] + (3,))
t(lambda: [1, 2] + 'a')
t(lambda: [1, 2] * 3)
t(lambda: 3 * [1, 2])
t(lambda: [1] * -1)
t(lambda: [1] * 'a')
t(lambda: [1] * 1.5)
t(lambda: [1, 2] < [1, 3])
t(lambda: [1, 2] == [1, 2])
t(lambda: [1, 2] < [1, 'a'])
t(lambda: [1, 2] < (1, 3))
t(lambda: [1, 2] == (1, 2))
t(lambda: [1, [2]] == [1.0, [2]])
t(lambda: [] < [1])
t(lambda: [1, 2] >= [1, 2, 3])
t(lambda: 2 in [1, 2])
t(lambda: 2.0 in [1, 2])
t(lambda: 'a' in [1, 2])
t(lambda: list('abc'))
t(lambda: list(range(3)))
t(lambda: list({1: 2}))
t(lambda: list(5))
t(lambda: list(1, 2))
t(lambda: list(a=1))
t(lambda: list())
t(lambda: hash([]))
t(lambda: len([1, 2]))
t(lambda: bool([]))
t(lambda: [1, 2].index(2))
t(lambda: [1, 2].index(3))
t(lambda: ['a'].index('x'))
t(lambda: [1, 2, 1].index(1, 1))
t(lambda: [1, 2, 1].index(1, -1))
t(lambda: [1, 2, 1].index(2, 2))
t(lambda: [1, 2, 1].index())
t(lambda: [1, 1, 2].count(1))
t(lambda: [1].count())
t(lambda: [1].foo)
t(lambda: [1].append())
t(lambda: [1].append(1, 2))
t(lambda: [1].append(x=1))
t(lambda: [1].insert(1))
t(lambda: [1].extend(5))
t(lambda: [1].pop('a'))
t(lambda: [].sort(1))
t(lambda: [].sort(foo=1))
do([1, 2], lambda a: a.append(3))
do([1, 2], lambda a: a.append(a))
do([1, 2], lambda a: a.extend('ab'))
do([1, 2], lambda a: a.extend(a))
do([1, 2], lambda a: a.extend(x * 2 for x in range(3)))
do([1, 2], lambda a: a.insert(0, 9))
do([1, 2], lambda a: a.insert(-1, 9))
do([1, 2], lambda a: a.insert(100, 9))
do([1, 2], lambda a: a.insert('a', 9))
do([1, 2], lambda a: a.pop())
do([1, 2], lambda a: a.pop(0))
do([1, 2], lambda a: a.pop(-3))
do([1, 2], lambda a: a.pop(2))
do([], lambda a: a.pop())
do([1, 2, 1], lambda a: a.remove(1))
do([1, 2], lambda a: a.remove(5))
do([1, 2], lambda a: a.clear())
do([1, 2], lambda a: a.copy())
do([1, 2, 3], lambda a: a.reverse())
do([3, 1, 2], lambda a: a.sort())
do([3, 1, 2], lambda a: a.sort(reverse=True))
do(['bb', 'a', 'ccc'], lambda a: a.sort(key=len))
do(['bb', 'a', 'cc'], lambda a: a.sort(key=len, reverse=True))
do(['b', 1, 'a'], lambda a: a.sort())
do([3, 1.5, True, -2], lambda a: a.sort())
do([(1, 'b'), (1, 'a'), (0, 'z')], lambda a: a.sort())
do([[2], [1, 5], [1]], lambda a: a.sort())
do([None, 1], lambda a: a.sort())
do([1, 2], lambda a: a.sort(key=5))
do([1, 2, 3, 4], lambda a: a.__setitem__(0, 'x'))
do([1, 2, 3, 4], lambda a: a.__setitem__(9, 'x'))
do([1, 2, 3, 4], lambda a: a.__setitem__('k', 'x'))
do([1, 2, 3, 4], lambda a: a.__setitem__(slice(1, 3), 'xyz'))
do([1, 2, 3, 4], lambda a: a.__setitem__(slice(None, None, 2), 'xy'))
do([1, 2, 3, 4], lambda a: a.__setitem__(slice(None, None, 2), 'xyz'))
do([1, 2, 3, 4], lambda a: a.__setitem__(slice(1, 2), 5))
do([1, 2, 3, 4], lambda a: a.__setitem__(slice(3, 1), [9]))
do([1, 2, 3, 4], lambda a: a.__delitem__(0))
do([1, 2, 3, 4], lambda a: a.__delitem__(-9))
do([1, 2, 3, 4], lambda a: a.__delitem__(slice(1, 3)))
do([1, 2, 3, 4, 5], lambda a: a.__delitem__(slice(None, None, 2)))
do([1, 2, 3, 4, 5], lambda a: a.__delitem__(slice(None, None, -2)))
a = [1, 2]
a += (3, 4)
print(a)
a += 'xy'
print(a)
try:
    a += 5
except TypeError as e:
    print(e)
a *= 2
print(a)
b = [[]] * 3
b[0].append(1)
print(b)
a = [1]
a.append(a)
print(a, [a, a])
x, *y = [1, 2, 3]
print(x, y)
try:
    x, y = [1, 2, 3]
except ValueError as e:
    print(e)
try:
    x, y, z, w = [1, 2, 3]
except ValueError as e:
    print(e)
try:
    x, *y, z = [1]
except ValueError as e:
    print(e)
try:
    x, y = 5
except TypeError as e:
    print(e)
a = [1, 2, 3]
for v in a:
    if v < 3 and len(a) < 6:
        a.append(v * 10)
print(a)
it = iter([1, 2])
print(next(it), next(it), next(it, 'end'))
a = [1, 2, 3]
it = iter(a)
next(it)
a.clear()
print(list(it))
a.append(5)
print(list(it))
print(list(reversed([1, 2, 3])))
print([x for x in [3, 1, 2] if x > 1], sorted([3, 1, 2]), sorted('hello'), sorted({3: 1, 1: 2}))
class P:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        return self.n < other.n
    def __repr__(self):
        return f'P({self.n})'
print(sorted([P(3), P(1), P(2)]))
a = [P(3), P(1), P(2)]
a.sort(reverse=True)
print(a, min(a), max(a, key=lambda p: p.n))
class Q:
    def __eq__(self, other):
        return other == 5
print(Q() in [1, 5], [1, 5].index(Q()), [5, Q()].count(5), Q() in (5,))
a = [3, 1, 2]
def bad(x):
    a.append(1)
    return x
try:
    a.sort(key=bad)
except ValueError as e:
    print(e)
def boom(x):
    raise KeyError(x)
try:
    sorted([1, 2], key=boom)
except KeyError as e:
    print('KeyError', e)
