from sys import getsizeof

print([getsizeof(value) for value in (0, 1, 2**30, 2**60, True, 1.5, None, '', 'abc', b'', b'abc', (), (1, 2))])
print([getsizeof(value) for value in ([], [1], [1, 2], [1, 2, 3], list(range(1000)), range(10**9))])
print([getsizeof({i: i for i in range(n)}) for n in (0, 1, 5, 6, 11, 100)])
print([getsizeof(set(range(n))) for n in (0, 4, 5, 100)])
print(getsizeof([0] * 10**6) > 10**6 * 8, getsizeof(range(10**6)))
