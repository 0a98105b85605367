# What is rarely asked of `math`. Where rounding matters, whole numbers are computed with and rounded once.

from math import exp, floor, inf, isfinite, isinf, isnan, isqrt, log, log1p, nan, pi, sin, sqrt

_LN2 = 0.6931471805599453


def acosh(x, /):
    x = float(x)
    if x < 1:
        raise ValueError('math domain error')
    if isnan(x) or isinf(x):
        return x
    if x >= 268435456.0:
        return log(x) + _LN2
    if x > 2:
        return log(2 * x - 1 / (x + sqrt(x * x - 1)))
    t = x - 1
    return log1p(t + sqrt(2 * t + t * t))


def asinh(x, /):
    x = float(x)
    size = abs(x)
    if not isfinite(x) or size < 3.7252902984619141e-09:
        return x
    if size > 268435456.0:
        w = log(size) + _LN2
    elif size > 2:
        w = log(2 * size + 1 / (sqrt(x * x + 1) + size))
    else:
        w = log1p(size + x * x / (1 + sqrt(1 + x * x)))
    return w if x > 0 else -w


def atanh(x, /):
    x = float(x)
    if isnan(x):
        return x
    size = abs(x)
    if size >= 1:
        raise ValueError('math domain error')
    if size < 3.7252902984619141e-09:
        return x
    t = size + size
    t = 0.5 * log1p(t + t * size / (1 - size)) if size < 0.5 else 0.5 * log1p(t / (1 - size))
    return t if x > 0 else -t


def cbrt(x, /):
    x = float(x)
    if not x or not isfinite(x):
        return x
    size = abs(x)
    y = size ** (1 / 3)
    y -= (y * y * y - size) / (3 * y * y)
    return y if x > 0 else -y


def exp2(x, /):
    try:
        return 2.0 ** float(x)
    except OverflowError:
        raise OverflowError('math range error') from None


def _ratio(x):
    return (x, 1) if isinstance(x, int) else float(x).as_integer_ratio()


def fma(x, y, z, /):
    x, y, z = float(x), float(y), float(z)
    if isfinite(x) and isfinite(y) and isfinite(z):
        (a, b), (c, d), (e, f) = _ratio(x), _ratio(y), _ratio(z)
        top = a * c * f + e * b * d
        if not top:
            return x * y + z
        try:
            return top / (b * d * f)
        except OverflowError:
            raise OverflowError('overflow in fma') from None
    result = x * y + z
    if isnan(result) and not (isnan(x) or isnan(y) or isnan(z)):
        raise ValueError('invalid operation in fma')
    return result


def frexp(x, /):
    x = float(x)
    if not x or not isfinite(x):
        return x, 0
    n, d = x.as_integer_ratio()
    e = abs(n).bit_length() - d.bit_length() + 1
    return ldexp(x, -e), e


def ldexp(x, i, /):
    x = float(x)
    if not isinstance(i, int):
        raise TypeError('Expected an int as second argument to ldexp.')
    if not x or not isfinite(x):
        return x
    n, d = x.as_integer_ratio()
    try:
        return (n << min(i, 5000)) / d if i >= 0 else n / (d << min(-i, 5000))
    except OverflowError:
        raise OverflowError('math range error') from None


def ulp(x, /):
    x = abs(float(x))
    if not isfinite(x):
        return x
    return ldexp(1.0, max(frexp(x)[1] - 53, -1074)) if x else 5e-324


def nextafter(x, y, /, *, steps=None):
    x, y = float(x), float(y)
    if isnan(x) or isnan(y):
        return nan
    if steps is None:
        steps = 1
    if steps < 0:
        raise ValueError('steps must be a non-negative integer')
    for _ in range(steps):
        if x == y:
            return y
        if not x:
            x = 5e-324 if y > 0 else -5e-324
        elif isinf(x):
            x = 1.7976931348623157e+308 if x > 0 else -1.7976931348623157e+308
        else:
            step = ulp(x)
            if (x > 0) != (y > x) and abs(frexp(x)[0]) == 0.5 and step > 5e-324:
                step /= 2
            x = x + step if y > x else x - step
    return x


def remainder(x, y, /):
    x, y = float(x), float(y)
    if isnan(x) or isnan(y):
        return nan
    if isinf(x) or not y:
        raise ValueError('math domain error')
    if isinf(y):
        return x
    (a, b), (c, d) = x.as_integer_ratio(), abs(y).as_integer_ratio()
    top, unit = a * d, c * b
    n, rest = divmod(top, unit)
    if 2 * rest > unit or 2 * rest == unit and n % 2:
        rest -= unit
    return rest / (b * d) if rest else 0.0 * x


def sumprod(p, q, /):
    p, q = list(p), list(q)
    if len(p) != len(q):
        raise ValueError('Inputs are not the same length')
    kinds = {type(item) for item in p + q}
    if float in kinds and kinds <= {int, float, bool} and all(map(isfinite, p)) and all(map(isfinite, q)):
        sums = {}
        for x, y in zip(p, q):
            (a, b), (c, d) = _ratio(x), _ratio(y)
            sums[b * d] = sums.get(b * d, 0) + a * c
        most = max(sums)
        return sum(n * (most // d) for d, n in sums.items()) / most
    total = 0
    for x, y in zip(p, q):
        total += x * y
    return total


def _erf_ratio(x, bits):
    # erf(x) as a whole number of 2**-bits.
    n, d = x.as_integer_ratio()
    x = (n << bits) // d
    square = x * x >> bits
    term, total, k = x, x, 0
    while term:
        k += 1
        term = -(term * square >> bits) // k
        total += term // (2 * k + 1)
    # 2 / sqrt(pi): pi by Machin's formula.
    root = isqrt(_pi(bits) << bits)
    return (total * 2 << bits) // root


def _pi(bits):
    def arctan_inverse(n):
        term = total = (1 << bits + 16) // n
        k, square = 1, n * n
        while term:
            term = -term // square
            k += 2
            total += term // k
        return total

    return 4 * (4 * arctan_inverse(5) - arctan_inverse(239)) >> 16


def erf(x, /):
    x = float(x)
    if not x or isnan(x):
        return x
    if abs(x) > 6:
        return 1.0 if x > 0 else -1.0
    bits = 200
    if abs(x) < 1e-30:
        return x * 1.1283791670955126
    return _erf_ratio(x, bits + 40) / (1 << bits + 40)


def erfc(x, /):
    x = float(x)
    if isnan(x):
        return x
    if x < -6:
        return 2.0
    if x > 27.3:
        return 0.0
    bits = 200 + int(3 * x * x) if x > 0 else 200
    return ((1 << bits) - _erf_ratio(x, bits)) / (1 << bits)


_NUMERATOR = (
    23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028, 1439720407.3117216,
    248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.2653952235, 8071.672002365816,
    210.82427775157936, 2.5066282746310002)
_DENOMINATOR = (0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0, 2637558.0, 357423.0,
                32670.0, 1925.0, 66.0, 1.0)
_G, _G_HALF = 6.024680040776729583740234375, 5.524680040776729583740234375


def _lanczos(x):
    top = bottom = 0.0
    if x < 5.0:
        for a, b in zip(reversed(_NUMERATOR), reversed(_DENOMINATOR)):
            top, bottom = top * x + a, bottom * x + b
    else:
        for a, b in zip(_NUMERATOR, _DENOMINATOR):
            top, bottom = top / x + a, bottom / x + b
    return top / bottom


def gamma(x, /):
    x = float(x)
    if isnan(x) or x == inf:
        return x
    if x == -inf or not x or x < 0 and x == floor(x):
        raise ValueError('math domain error')
    if x == floor(x) and x <= 23:
        result = 1.0
        for n in range(2, int(x)):
            result *= n
        return result
    size = abs(x)
    if size < 1e-20:
        if isinf(1.0 / x):
            raise OverflowError('math range error')
        return 1.0 / x
    if size > 200.0:
        if x < 0:
            return 0.0 / sin(pi * x)
        raise OverflowError('math range error')
    y = size + _G_HALF
    if size > _G_HALF:
        z = y - size - _G_HALF
    else:
        z = y - _G_HALF - size
    z = z * _G / y
    if x < 0:
        r = -pi / (size * _sin_pi(size)) * exp(y) / _lanczos(size)
        r -= z * r
        r /= y ** (size - 0.5) if size < 140 else (y ** (size / 2 - 0.25)) ** 2
        return r
    r = _lanczos(size) / exp(y)
    r += z * r
    if size < 140.0:
        r *= y ** (size - 0.5)
    else:
        root = y ** (size / 2.0 - 0.25)
        r *= root
        r *= root
    if isinf(r):
        raise OverflowError('math range error')
    return r


def _sin_pi(x):
    y = abs(x) % 2.0
    n = round(2.0 * y)
    from math import cos
    value = (sin(pi * y), cos(pi * (y - 0.5)), sin(pi * (1.0 - y)), -cos(pi * (y - 1.5)), sin(pi * (y - 2.0)))[n]
    return value if x > 0 else -value


def lgamma(x, /):
    x = float(x)
    if isnan(x):
        return x
    if isinf(x):
        return inf
    if x == floor(x) and x <= 2:
        if x <= 0:
            raise ValueError('math domain error')
        return 0.0
    size = abs(x)
    if size < 1e-20:
        return -log(size)
    r = log(_lanczos(size)) - _G
    r += (size - 0.5) * (log(size + _G - 0.5) - 1)
    if x < 0:
        r = 1.1447298858494002 - log(abs(_sin_pi(size))) - log(size) - r
    return r
