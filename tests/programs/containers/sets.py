s = {3, 1, 2, 3}
print(sorted(s), len(s), 1 in s, 9 in s)
s.add(4)
s.discard(9)
s.discard(1)
s.update([7, 8], (9,))
print(sorted(s))
a, b = {1, 2, 3}, {2, 3, 4}
print(a | b, a & b, a - b, a ^ b)
print(a <= b, {2} < a, a >= {1}, a.isdisjoint({9}), a == {3, 2, 1})
print(a.union(b, [9]), a.intersection(b), a.difference(b), a.symmetric_difference(b))
a |= {10}
a &= {1, 10}
print(a, set(), {1}, frozenset([1]), frozenset())
print({frozenset([1]): "key"}[frozenset([1])], hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
print(set("hello") == set("olleh"), {(1, 2)} == {(1, 2)})
