def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)

import random
random.seed(0)
t(lambda: [random.random() for _ in range(3)])
t(lambda: [random.randint(1, 6) for _ in range(10)])
t(lambda: random.uniform(1, 2))
t(lambda: random.choice('abcdef'))
t(lambda: random.choices([1, 2, 3], k=5))
t(lambda: random.choices('ab', weights=[9, 1], k=5))
t(lambda: random.sample(range(100), 5))
t(lambda: random.sample(['a', 'b', 'c'], 3))
l = list(range(10))
random.shuffle(l)
print(l)
t(lambda: random.randrange(10))
t(lambda: random.randrange(0, 100, 7))
t(lambda: random.gauss(0, 1))
t(lambda: random.getrandbits(64))
random.seed(42)
t(lambda: random.random())
t(lambda: random.Random(7).random())
t(lambda: random.choice([]))
t(lambda: random.randint(5, 1))
t(lambda: random.randrange(0))
t(lambda: random.sample([1], 5))
t(lambda: random.sample({1}, 1))
t(lambda: random.getrandbits(-1))
class R(random.Random):
    def twice(self):
        return self.random() * 2
t(lambda: R(1).twice())
