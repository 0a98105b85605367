# Exact fractions.
from fractions import Fraction as F
import math

a, b = F(1, 3), F('0.25')
print(a + b, a - b, a * b, a / b, a ** 2, -a, abs(F(-1, 2)), a // b, a % b, divmod(F(7, 2), 1), 1 + a, a + 0.5, 2 ** F(1, 2))
print(repr(a), str(F(4, 2)), F(3.5), F('1e-3'), F(), F(6, -4), F('3/4').numerator, float(a), int(F(-7, 2)), round(F(7, 2)), round(a, 2), math.floor(F(-1, 2)), math.ceil(F(1, 2)))
print(a < b, a == F(2, 6), F(1, 2) == 0.5, hash(F(3)) == hash(3), hash(F(1, 2)) == hash(0.5), sum([F(1, 10)] * 10), F(math.pi).limit_denominator(1000), f'{a:.3f}', max(a, b), sorted([a, b]), bool(F(0)))
for call in [lambda: F(1, 0), lambda: F('x'), lambda: F(1.5, 2), lambda: a / 0]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
