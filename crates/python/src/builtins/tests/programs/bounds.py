def t(f):
    try:
        f()
        print('fine')
    except (MemoryError, OverflowError) as e:
        print('refused')

t(lambda: [0] * 10**12)
t(lambda: 'a' * 10**13)
t(lambda: b'a' * 10**13)
t(lambda: (1,) * 10**12)
t(lambda: range(10**18))
t(lambda: 10**17 in range(10**18))
t(lambda: sum(range(10**9)))
t(lambda: [0] * 10**30)
t(lambda: 'x'.ljust(10**15))
t(lambda: '%1000000000000d' % 5)
a = []
for i in range(100000):
    a = [a]
try:
    repr(a)
except RecursionError as e:
    print('deep')
b = []
for i in range(100000):
    b = [b]
try:
    a == b
except RecursionError as e:
    print('deep')
del a, b
print('end')
