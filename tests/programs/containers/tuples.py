t = (1, "two", 3.0)
print(t, t[1], t[::-1], t + (4,), t * 2, len(t), "two" in t, t.index(3.0), t.count(1))
print((), (1,), ((1,),), (1, 2) == (1, 2), (1, 2) < (1, 3), (1, 2) < (1,), hash((1, 2)) == hash((1, 2)))
a, b = b, a = 1, 2
print(a, b)
print(tuple("abc"), tuple([1, 2]), tuple())
t = ([],)
try:
    t[0] += [1]
except TypeError as error:
    print(error, t)
