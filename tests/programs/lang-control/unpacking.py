a, b = 1, 2
a, b = b, a
print(a, b)
(x, [y, *z]), w = (1, "abc"), 5
print(x, y, z, w)
first, *middle, last = range(6)
print(first, middle, last)
*head, tail = [1]
print(head, tail)
for i, (k, v) in enumerate({"a": 1, "b": 2}.items()):
    print(i, k, v)
[p, q] = "hi"
print(p, q)
data = [1, [2, 3]]
data[0], data[1][0] = 10, 20
print(data)
