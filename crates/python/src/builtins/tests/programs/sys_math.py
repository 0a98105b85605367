def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)

import sys, math
t(lambda: sys.exit.__name__)
t(lambda: sys.version_info[:2])
t(lambda: sys.version_info >= (3, 8))
t(lambda: sys.version_info.major)
t(lambda: sys.maxsize)
t(lambda: sys.stdout.write('hello\n'))
t(lambda: print('to stdout', file=sys.stdout))
t(lambda: sys.stdout.write(5))
t(lambda: sys.stdout.flush())
t(lambda: sys.getrecursionlimit())
try:
    sys.exit(3)
except SystemExit as e:
    print('exit', e.code)
try:
    sys.exit()
except SystemExit as e:
    print('exit', e.code)
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1])
class W:
    def __init__(self):
        self.parts = []
    def write(self, s):
        self.parts.append(s)
w = W()
print('a', 1, file=w)
print(w.parts == ['a', ' ', '1', '\n'])
t(lambda: math.sqrt(16))
t(lambda: math.sqrt(-1))
t(lambda: math.sqrt('a'))
t(lambda: math.floor(1.5))
t(lambda: math.ceil(-1.5))
t(lambda: math.ceil(float('inf')))
t(lambda: math.pi)
t(lambda: math.log(0))
t(lambda: math.log(math.e))
t(lambda: math.log(8, 2))
t(lambda: math.log2(8))
t(lambda: math.log10(1000))
t(lambda: math.log(10 ** 400))
t(lambda: math.exp(1000))
t(lambda: math.sin(0))
t(lambda: math.hypot(3, 4))
t(lambda: math.gcd(12, 18))
t(lambda: math.lcm(4, 6))
t(lambda: math.factorial(20))
t(lambda: math.factorial(-1))
t(lambda: math.factorial(1.5))
t(lambda: math.comb(10, 3))
t(lambda: math.perm(5, 2))
t(lambda: math.isclose(0.1 + 0.2, 0.3))
t(lambda: math.isnan(math.nan))
t(lambda: math.inf)
t(lambda: math.pow(2, 0.5))
t(lambda: math.fsum([0.1] * 10))
t(lambda: math.prod([1, 2, 3]))
t(lambda: math.trunc(2.7))
t(lambda: math.modf(2.5))
t(lambda: math.isqrt(17))
t(lambda: math.copysign(1, -0.0))
t(lambda: math.degrees(math.pi))
t(lambda: math.dist([0, 0], [3, 4]))
t(lambda: math.fmod(-7, 3))
t(lambda: math.sqrt())
