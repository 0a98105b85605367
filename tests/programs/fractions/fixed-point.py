from fractions import Fraction

for spec in ['.2f', '.0f', '.30f', '>12.2f', '*^12.2f', '=+12.1f', '<9.1f', '012.3f', 'z.0f', '#.0f', ',.3f', '_.2f', '.1%', ' .2f']:
    print(f'{spec:8}', [format(x, spec) for x in (Fraction(1, 200), Fraction(3, 2), Fraction(-1, 3), Fraction(123456789999, 1000), Fraction(-5, 2))])
try:
    format(Fraction(1, 2), '=012.2f')
except ValueError as error:
    print(error)
