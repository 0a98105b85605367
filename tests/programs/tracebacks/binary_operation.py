a, b, c = 1, 2, "three"
print("sum is", a + b + c)
