a = b = c = []
a.append(1)
print(b, c, a is c)
x = 5
x += 2
x -= 1
x *= 3
x //= 2
x **= 2
x %= 50
print(x)
x |= 6
x &= 12
x ^= 5
x <<= 2
x >>= 1
x /= 4
print(x)
values = [1]
same = values
values += (2, 3)
print(same, same is values)
t = (1,)
u = t
t += (2,)
print(u, t)
y: int = 3
z: str
print(y)
