"""The virtual world has a seed of its own: 0."""
import random

print(random.random(), random.randint(1, 6), random.choice("abcdef"), random.uniform(1, 2))
items = list(range(8))
random.shuffle(items)
print(items, random.sample(range(100), 3), random.randrange(0, 10, 2))
random.seed(42)
print(random.random(), random.random())
