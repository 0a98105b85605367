# Sums are exact: pairs of numerator and denominator.

from bisect import bisect_left
from math import erfc, exp, fabs, fsum, hypot, isqrt, log, sqrt, sumprod, tau


class StatisticsError(ValueError):
    pass


def _ratio(x):
    try:
        return x.as_integer_ratio()
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None
    except (OverflowError, ValueError):
        return x, None


def _reduced(n, d):
    from math import gcd
    g = gcd(n, d)
    return n // g, d // g


def _total(data):
    # The exact sum as a pair, the type of the result, and how many there were.
    sums, count, kind = {}, 0, int
    for x in data:
        count += 1
        cls = type(x)
        if cls is not kind and cls is not bool:
            kind = cls if kind is int or not issubclass(kind, float) and issubclass(cls, float) else kind
        n, d = _ratio(x)
        sums[d] = sums.get(d, 0) + n
    if None in sums:
        return (sums[None], None), kind, count
    top, bottom = 0, 1
    for d, n in sums.items():
        top, bottom = top * d + n * bottom, bottom * d
    return _reduced(top, bottom), kind, count


def _convert(n, d, kind):
    if d is None:
        return n
    if issubclass(kind, int):
        return kind(n // d) if n % d == 0 else n / d
    if issubclass(kind, float):
        return kind(n / d)
    try:
        return kind(n) / kind(d) if kind.__name__ == 'Decimal' else kind(n, d)
    except TypeError:
        return n / d


def mean(data):
    (n, d), kind, count = _total(data)
    if not count:
        raise StatisticsError('mean requires at least one data point')
    if d is None:
        return n
    return _convert(*_reduced(n, d * count), kind)


def fmean(data, weights=None):
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    den = fsum(weights)
    if not den:
        raise StatisticsError('sum of weights must be non-zero')
    return sumprod(data, weights) / den


def geometric_mean(data):
    logs, zero = [], False
    for x in data:
        if x > 0 or x != x:
            logs.append(log(x))
        elif x == 0:
            zero = True
        else:
            raise StatisticsError('No negative inputs allowed', x)
    if not logs and not zero:
        raise StatisticsError('Must have a non-empty dataset')
    return 0.0 if zero else exp(fsum(logs) / len(logs))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if len(data) == 1 and weights is None:
        if data[0] < 0:
            raise StatisticsError('harmonic mean does not support negative values')
        return data[0]
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError('Number of weights does not match data size')
    if min(data) < 0 or min(weights) < 0:
        raise StatisticsError('harmonic mean does not support negative values')
    if 0 in data:
        return 0
    (n, d), kind, _ = _total([w / x if w else 0 for w, x in zip(weights, data)])
    (m, e), _, _ = _total(weights)
    return _convert(*_reduced(m * d, e * n), kind)


def median(data):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError('no median for empty data')
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError('no median for empty data')
    x = data[n // 2]
    low = bisect_left(data, x)
    count = data.count(x)
    return float(x) - interval / 2.0 + interval * (n / 2 - low) / count


def multimode(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    most = max(counts.values(), default=0)
    return [x for x, count in counts.items() if count == most]


def mode(data):
    found = multimode(iter(data))
    if not found:
        raise StatisticsError('no mode for empty data')
    return found[0]


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')
    result = []
    if method == 'inclusive':
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
    elif method == 'exclusive':
        for i in range(1, n):
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    else:
        raise ValueError(f'Unknown method: {method!r}')
    return result


def _squares(data, center=None):
    # The exact sum of squared differences, of which type, of how many.
    data = list(data)
    (n, d), kind, count = _total(data)
    if not count:
        return (0, 1), kind, 0
    if center is not None:
        n, d = _ratio(center)
        count_d = d
    else:
        count_d = d * count
    top, bottom = 0, 1
    for x in data:
        m, e = _ratio(x)
        m, e = m * count_d - n * e, e * count_d
        top, bottom = _reduced(top * e * e + m * m * bottom, bottom * e * e)
    return (top, bottom), kind, count


def variance(data, xbar=None):
    (n, d), kind, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError('variance requires at least two data points')
    return _convert(*_reduced(n, d * (count - 1)), kind)


def pvariance(data, mu=None):
    (n, d), kind, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError('pvariance requires at least one data point')
    return _convert(*_reduced(n, d * count), kind)


def _root(n, d):
    # The square root of a ratio, rounded once.
    if not n:
        return 0.0
    shift = (n.bit_length() - d.bit_length() - 109) // 2
    if shift >= 0:
        a, b = n, d << 2 * shift
        return float(_odd_root(a, b) << shift)
    a, b = n << -2 * shift, d
    return _odd_root(a, b) / (1 << -shift)


def _odd_root(n, m):
    a = isqrt(n // m)
    return a | (a * a * m != n)


def stdev(data, xbar=None):
    (n, d), kind, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _root(*_reduced(n, d * (count - 1)))


def pstdev(data, mu=None):
    (n, d), kind, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError('pstdev requires at least one data point')
    return _root(*_reduced(n, d * count))


def _pairs(x, y, what):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f'{what} requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError(f'{what} requires at least two data points')
    xbar, ybar = fsum(x) / n, fsum(y) / n
    return [a - xbar for a in x], [b - ybar for b in y], n, xbar, ybar


def covariance(x, y, /):
    a, b, n, _, _ = _pairs(x, y, 'covariance')
    return sumprod(a, b) / (n - 1)


def correlation(x, y, /, *, method='linear'):
    if method == 'ranked':
        x, y = _ranks(x), _ranks(y)
    elif method != 'linear':
        raise ValueError(f'Unknown method: {method!r}')
    a, b, _, _, _ = _pairs(x, y, 'correlation')
    try:
        return sumprod(a, b) / _root_of_product(sumprod(a, a), sumprod(b, b))
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant') from None


def _root_of_product(x, y):
    h = sqrt(x * y)
    if not h or h == float('inf'):
        return sqrt(x) * sqrt(y)
    return h + sumprod((x, h), (y, -h)) / (2.0 * h)


def _ranks(data):
    order = sorted(range(len(data)), key=data.__getitem__)
    ranks, at = [0.0] * len(data), 0
    while at < len(order):
        end = at
        while end < len(order) and data[order[end]] == data[order[at]]:
            end += 1
        for place in order[at:end]:
            ranks[place] = (at + end + 1) / 2
        at = end
    return ranks


class LinearRegression(tuple):
    __match_args__ = 'slope', 'intercept'
    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return f'LinearRegression(slope={self[0]!r}, intercept={self[1]!r})'


def linear_regression(x, y, /, *, proportional=False):
    a, b, _, xbar, ybar = _pairs(x, y, 'linear regression')
    if proportional:
        a, b = x, y
    try:
        slope = sumprod(a, b) / sumprod(a, a)
    except ZeroDivisionError:
        raise StatisticsError('x is constant') from None
    return LinearRegression((slope, 0.0 if proportional else ybar - slope * xbar))


class NormalDist:
    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(mean(data), stdev(data))

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def samples(self, n, *, seed=None):
        import random
        draw = random.gauss if seed is None else random.Random(seed).gauss
        return [draw(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        spread = self._sigma * self._sigma
        if not spread:
            raise StatisticsError('pdf() not defined when sigma is zero')
        diff = x - self._mu
        return exp(diff * diff / (-2.0 * spread)) / sqrt(tau * spread)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * erfc((self._mu - x) / (self._sigma * 1.4142135623730951))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * fabs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / fabs(other))

    __radd__, __rmul__ = __add__, __mul__

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'NormalDist(mu={self._mu!r}, sigma={self._sigma!r})'
