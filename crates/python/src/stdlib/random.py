# The random module, on top of the native generator `_core` makes.
# Every method draws the same numbers in the same order as CPython 3.13's.

from math import ceil as _ceil, cos as _cos, exp as _exp, floor as _floor, log as _log
from math import pi as _pi, sin as _sin, sqrt as _sqrt

_TWO_PI = 2.0 * _pi
_NORMAL_MAGIC = 4 * _exp(-0.5) / _sqrt(2.0)


def _index(value):
    # int(value) only for what can be an index: CPython's operator.index.
    if isinstance(value, int):
        return int(value)
    kind = type(value)
    if hasattr(kind, '__index__'):
        return value.__index__()
    raise TypeError(f"'{kind.__name__}' object cannot be interpreted as an integer")


class Random:
    def __init__(self, x=None):
        self._generator = _core()
        self.gauss_next = None
        self.seed(x)

    def seed(self, a=None, version=2):
        self.gauss_next = None
        if a is None:
            a = _seed()
        elif isinstance(a, float):
            a = hash(a)
        elif isinstance(a, (str, bytes)):
            from _distributions import seed_of
            a = seed_of(a, version)
        elif not isinstance(a, int):
            raise TypeError('The only supported seed types are:\n'
                            'None, int, float, str, bytes, and bytearray.')
        self._generator.seed(a)

    def random(self):
        return self._generator.random()

    def getrandbits(self, k):
        return self._generator.getrandbits(k)

    def randbytes(self, n):
        return self._generator.getrandbits(n * 8).to_bytes(n, 'little')

    def _below(self, n):
        return self._generator.below(n)

    def randrange(self, start, stop=None, step=1):
        first = _index(start)
        if stop is None:
            if step != 1:
                raise TypeError("Missing a non-None stop argument")
            if first > 0:
                return self._below(first)
            raise ValueError("empty range for randrange()")
        last = _index(stop)
        width = last - first
        stride = _index(step)
        if stride == 1:
            if width > 0:
                return first + self._below(width)
            raise ValueError(f"empty range in randrange({start}, {stop})")
        if stride > 0:
            count = (width + stride - 1) // stride
        elif stride < 0:
            count = (width + stride + 1) // stride
        else:
            raise ValueError("zero step for randrange()")
        if count <= 0:
            raise ValueError(f"empty range in randrange({start}, {stop}, {step})")
        return first + stride * self._below(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._below(len(seq))]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        size = len(population)
        if weights is not None and cum_weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if weights is None and cum_weights is None:
            width = size + 0.0
            return [population[_floor(self.random() * width)] for _ in range(k)]
        if cum_weights is None:
            if isinstance(weights, int):
                raise TypeError(f'The number of choices must be a keyword argument: k={weights}')
            sums = []
            for weight in weights:
                sums.append(sums[-1] + weight if sums else weight)
        else:
            sums = list(cum_weights)
        if len(sums) != size:
            raise ValueError('The number of weights does not match the population')
        total = sums[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if total == float('inf') or total != total:
            raise ValueError('Total of weights must be finite')
        chosen = []
        for _ in range(k):
            point = self.random() * total
            low, high = 0, size - 1
            while low < high:
                middle = (low + high) // 2
                if point < sums[middle]:
                    high = middle
                else:
                    low = middle + 1
            chosen.append(population[low])
        return chosen

    def shuffle(self, x):
        for last in range(len(x) - 1, 0, -1):
            other = self._below(last + 1)
            x[last], x[other] = x[other], x[last]

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset, dict)):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        size = len(population)
        if counts is not None:
            sums = []
            for count in counts:
                sums.append(sums[-1] + count if sums else count)
            if len(sums) != size:
                raise ValueError("The number of counts does not match the population")
            total = sums.pop() if sums else 0
            if not isinstance(total, int):
                raise TypeError("Counts must be integers")
            if total < 0:
                raise ValueError("Counts must be non-negative")
            picked = []
            for point in self.sample(range(total), k=k):
                place = 0
                while place < len(sums) and sums[place] <= point:
                    place += 1
                picked.append(population[place])
            return picked
        if not 0 <= k <= size:
            raise ValueError("Sample larger than population or is negative")
        result = [None] * k
        # As CPython decides between a pool of all items and a set of the indices drawn: the draws differ.
        threshold = 21
        if k > 5:
            threshold += 4 ** _ceil(_log(k * 3, 4))
        if size <= threshold:
            pool = list(population)
            for i in range(k):
                j = self._below(size - i)
                result[i] = pool[j]
                pool[j] = pool[size - i - 1]
        else:
            drawn = set()
            for i in range(k):
                j = self._below(size)
                while j in drawn:
                    j = self._below(size)
                drawn.add(j)
                result[i] = population[j]
        return result

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        point = self.random()
        try:
            peak = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if point > peak:
            point = 1.0 - point
            peak = 1.0 - peak
            low, high = high, low
        return low + (high - low) * _sqrt(point * peak)

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            first = self.random()
            second = 1.0 - self.random()
            z = _NORMAL_MAGIC * (first - 0.5) / second
            if z * z / 4.0 <= -_log(second):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * _TWO_PI
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu=0.0, sigma=1.0):
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        return -_log(1.0 - self.random()) / lambd

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)

    def vonmisesvariate(self, mu, kappa):
        from _distributions import vonmises
        return vonmises(self.random, mu, kappa)

    def gammavariate(self, alpha, beta):
        from _distributions import gamma
        return gamma(self.random, alpha, beta)

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def binomialvariate(self, n=1, p=0.5):
        from _distributions import binomial
        return binomial(self.random, n, p)

    def getstate(self):
        return 3, self._generator.state(), self.gauss_next

    def setstate(self, state):
        if state[0] != 3:
            raise ValueError(f'state with version {state[0]} passed to Random.setstate() of version 3')
        self._generator.set_state(state[1])
        self.gauss_next = state[2]


_chance = None


class SystemRandom(Random):
    # Chance of the run beside the program's own numbers, which it leaves as they are.

    def __init__(self, x=None):
        global _chance
        if _chance is None:
            _chance = _core()
            _chance.seed(_seed() + 1)
        self._generator = _chance
        self.gauss_next = None

    def seed(self, *args, **kwds):
        pass

    def getstate(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    setstate = getstate


_shared = Random()
seed = _shared.seed
random = _shared.random
getrandbits = _shared.getrandbits
randbytes = _shared.randbytes
randrange = _shared.randrange
randint = _shared.randint
choice = _shared.choice
choices = _shared.choices
shuffle = _shared.shuffle
sample = _shared.sample
uniform = _shared.uniform
triangular = _shared.triangular
normalvariate = _shared.normalvariate
gauss = _shared.gauss
lognormvariate = _shared.lognormvariate
expovariate = _shared.expovariate
paretovariate = _shared.paretovariate
weibullvariate = _shared.weibullvariate
vonmisesvariate = _shared.vonmisesvariate
gammavariate = _shared.gammavariate
betavariate = _shared.betavariate
binomialvariate = _shared.binomialvariate
getstate = _shared.getstate
setstate = _shared.setstate
