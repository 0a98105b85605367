import random


def shown(value):
    # The last digits are those of the platform's logarithm.
    return float(f'{value:.12g}') if isinstance(value, float) else value


source = random.Random(1)
for name, arguments in [
    ('uniform', (1, 5)), ('triangular', (0, 10, 3)), ('betavariate', (2, 5)), ('expovariate', (0.5,)), ('gammavariate', (2, 3)),
    ('gammavariate', (1, 2)), ('gammavariate', (0.5, 2)), ('gauss', (0, 1)), ('lognormvariate', (0, 1)),
    ('normalvariate', (10, 2)), ('vonmisesvariate', (1, 4)), ('vonmisesvariate', (0, 0)), ('paretovariate', (3,)),
    ('weibullvariate', (1, 2)), ('binomialvariate', (10, 0.3)), ('binomialvariate', (1000, 0.7)), ('randbytes', (4,)),
    ('getrandbits', (70,)), ('randrange', (0, 100, 7)),
]:
    print(name, [shown(getattr(source, name)(*arguments)) for _ in range(4)])
