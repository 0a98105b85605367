a = [1, 2, 3, 4]
for x in a:
    if x == 2:
        a.remove(x)
    print(x, end=" ")
print(a)
d = {"a": 1, "b": 2}
try:
    for key in d:
        d[key + key] = 0
except RuntimeError as error:
    print(error)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)
