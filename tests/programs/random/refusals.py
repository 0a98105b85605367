import random

for wrong in [lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randint(5, 1),
              lambda: random.randrange(0), lambda: random.choices([1], [0]), lambda: random.sample({1, 2}, 1),
              lambda: random.gammavariate(0, 1), lambda: random.binomialvariate(-1), lambda: random.randint(1.5, 3),
              lambda: random.choices([1, 2], weights=[1])]:
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
