check = lambda n: 10 / n
print([check(n) for n in (2, 1, 0)])
