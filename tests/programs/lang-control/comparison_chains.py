x = 5
print(1 < x < 10, 1 < x > 3, 1 < 5 == x != 4, 10 > x > 7)
print(1 < 2 < 3 in [3], 1 == 1.0 == True)
print(x is x is not None, not 1 in [2], 1 not in [2])
