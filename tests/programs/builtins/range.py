print(range(5), list(range(5)), list(range(2, 8, 3)), list(range(5, 0, -2)), list(range(0)), len(range(1, 10, 4)))
r = range(0, 100, 10)
print(r[3], r[-1], r[2:5], 50 in r, 55 in r, r.index(30), r == range(0, 91, 10), r.start, r.stop, r.step, bool(range(0)))
print(list(reversed(range(4))), sum(range(101)), max(range(3, 30, 4)), range(10**20)[10**19])
