"""The compiler warns before the first line runs."""
print("first line")
x = 1
print(x is 1)
print("\d")
assert (x, "always true")
