import random

a, b = random.Random(7), random.Random(7)
print([a.randint(1, 6) for _ in range(8)] == [b.randint(1, 6) for _ in range(8)])
state = a.getstate()
drawn = [a.gauss(0, 1) for _ in range(3)]
a.setstate(state)
print(drawn == [a.gauss(0, 1) for _ in range(3)], drawn)


class Dice(random.Random):
    def roll(self):
        return self.randint(1, 6)


print([Dice(5).roll() for _ in range(3)], 0 <= random.SystemRandom().random() < 1)
