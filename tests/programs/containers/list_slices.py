a = list(range(10))
print(a[2:5], a[:3], a[7:], a[-3:], a[::2], a[::-1], a[5:2], a[8:100], a[-100:2], a[7:2:-2])
a[1:3] = ["x", "y", "z"]
print(a)
a[::3] = [0] * len(a[::3])
print(a)
a[2:2] = [100, 200]
del a[-3:]
print(a)
try:
    a[::2] = [1]
except ValueError as error:
    print(error)
try:
    a[0:1] = 5
except TypeError as error:
    print(error)
s = slice(1, 4, 2)
print(s, a[s], s.start, s.stop, s.step)
