row = [0] * 3
grid = [row] * 2
grid[0][0] = 1
print(grid)
grid = [[0] * 3 for _ in range(2)]
grid[0][0] = 1
print(grid)
a = [1]
a.append(a)
print(a, len(a), a[1] is a)
