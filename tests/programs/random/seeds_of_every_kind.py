import random

for seed in [0, 42, -42, 10**30, 1.5, 'text', '', 'ünicode' * 40, b'bytes', True]:
    random.seed(seed)
    print(repr(seed)[:20], random.random(), random.randint(1, 100), random.choice('abc'))
random.seed('text', version=1)
print(random.random())
try:
    random.seed([1])
except TypeError as error:
    print(error)
