# What few programs ask of random: the rarer distributions, and seeds that are text. `random` is where numbers are drawn from.

from math import acos, cos, e, exp, fabs, factorial, floor, log, log2, pi, sqrt

_SHIFT = 1.0 + log(4.5)
_LOG_4 = log(4.0)


def vonmises(random, mu, kappa):
    if kappa <= 1e-6:
        return 2.0 * pi * random()
    s = 0.5 / kappa
    r = s + sqrt(1.0 + s * s)
    while True:
        z = cos(pi * random())
        d = z / (r + z)
        u = random()
        if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
            break
    q = 1.0 / r
    angle = acos((q + z) / (1.0 + q * z))
    return (mu + angle if random() > 0.5 else mu - angle) % (2.0 * pi)


def gamma(random, alpha, beta):
    if alpha <= 0.0 or beta <= 0.0:
        raise ValueError('gammavariate: alpha and beta must be > 0.0')
    if alpha == 1.0:
        return -log(1.0 - random()) * beta
    if alpha > 1.0:
        root = sqrt(2.0 * alpha - 1.0)
        while True:
            u = random()
            if not 1e-7 < u < 0.9999999:
                continue
            other = 1.0 - random()
            v = log(u / (1.0 - u)) / root
            x = alpha * exp(v)
            z = u * u * other
            r = alpha - _LOG_4 + (alpha + root) * v - x
            if r + _SHIFT - 4.5 * z >= 0.0 or r >= log(z):
                return x * beta
    while True:
        b = (e + alpha) / e
        p = b * random()
        x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
        if random() <= (x ** (alpha - 1.0) if p > 1.0 else exp(-x)):
            return x * beta


def _log_factorial(n):
    if n < 30:
        return log(factorial(n))
    # Stirling's series, of which the next term is below 1e-16 here.
    square = n * n
    rest = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / n
    return (n + 0.5) * log(n) - n + 0.5 * log(2.0 * pi) + rest


def binomial(random, n, p):
    if n < 0:
        raise ValueError('n must be non-negative')
    if p == 0.0 or p == 1.0:
        return n if p else 0
    if not 0.0 < p < 1.0:
        raise ValueError('p must be in the range 0.0 <= p <= 1.0')
    if n == 1:
        return int(random() < p)
    if p > 0.5:
        return n - binomial(random, n, 1.0 - p)
    if n * p < 10.0:
        # Steps from one success to the next.
        x = y = 0
        c = log2(1.0 - p)
        if not c:
            return x
        while True:
            y += floor(log2(random()) / c) + 1
            if y > n:
                return x
            x += 1
    # Hörmann's transformed rejection with a squeeze.
    spread = sqrt(n * p * (1.0 - p))
    b = 1.15 + 2.53 * spread
    a = -0.0873 + 0.0248 * b + 0.01 * p
    mode = floor((n + 1) * p)
    height = _log_factorial(mode) + _log_factorial(n - mode)
    while True:
        u = random() - 0.5
        us = 0.5 - fabs(u)
        k = floor((2.0 * a / us + b) * u + (n * p + 0.5))
        if not 0 <= k <= n:
            continue
        v = random()
        if us >= 0.07 and v <= 0.92 - 4.2 / b:
            return k
        v *= (2.83 + 5.1 / b) * spread / (a / (us * us) + b)
        if log(v) <= height - _log_factorial(k) - _log_factorial(n - k) + (k - mode) * log(p / (1.0 - p)):
            return k


_MASK = (1 << 64) - 1


def _root(value, power):
    # The whole part of a square or cube root.
    x = 1 << -(-value.bit_length() // power)
    while True:
        y = ((power - 1) * x + value // x ** (power - 1)) // power
        if y >= x:
            return x
        x = y


def _fractions(count, power):
    # The first 64 bits of the fractions of the roots of the first primes.
    primes, number = [], 2
    while len(primes) < count:
        if all(number % prime for prime in primes):
            primes.append(number)
        number += 1
    return [_root(prime << 64 * power, power) & _MASK for prime in primes]


def _turned(x, n):
    return (x >> n | x << 64 - n) & _MASK


def _sha512(data):
    state, keys = _fractions(8, 2), _fractions(80, 3)
    padded = data + b'\x80' + bytes(-(len(data) + 17) % 128) + (len(data) * 8).to_bytes(16, 'big')
    for start in range(0, len(padded), 128):
        w = [int.from_bytes(padded[at:at + 8], 'big') for at in range(start, start + 128, 8)]
        for t in range(16, 80):
            x, y = w[t - 15], w[t - 2]
            s0 = _turned(x, 1) ^ _turned(x, 8) ^ x >> 7
            s1 = _turned(y, 19) ^ _turned(y, 61) ^ y >> 6
            w.append(w[t - 16] + s0 + w[t - 7] + s1 & _MASK)
        a, b, c, d, ee, f, g, h = state
        for t in range(80):
            s1 = _turned(ee, 14) ^ _turned(ee, 18) ^ _turned(ee, 41)
            one = h + s1 + (ee & f ^ ~ee & g) + keys[t] + w[t]
            s0 = _turned(a, 28) ^ _turned(a, 34) ^ _turned(a, 39)
            two = s0 + (a & b ^ a & c ^ b & c)
            a, b, c, d, ee, f, g, h = one + two & _MASK, a, b, c, d + one & _MASK, ee, f, g
        state = [x + y & _MASK for x, y in zip(state, (a, b, c, d, ee, f, g, h))]
    return b''.join([x.to_bytes(8, 'big') for x in state])


def seed_of(text, version):
    # The number that a text or bytes stands for as a seed.
    if version == 1:
        if isinstance(text, bytes):
            text = text.decode('latin-1')
        x = ord(text[0]) << 7 if text else 0
        for char in text:
            x = 1000003 * x ^ ord(char)
            x &= _MASK
        return x ^ len(text)
    if isinstance(text, str):
        text = text.encode()
    return int.from_bytes(text + _sha512(text), 'big')
