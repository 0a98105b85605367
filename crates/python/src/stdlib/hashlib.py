# md5, sha1, sha224 and sha256, block by block.

_M = 0xffffffff


def _primes(count):
    found, n = [], 2
    while len(found) < count:
        if all(n % p for p in found):
            found.append(n)
        n += 1
    return found


def _fraction(p, root):
    # 32 bits of the fraction of the square or cube root of a prime.
    n, low, high = p << 32 * root, 0, p << 32
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** root <= n:
            low = middle
        else:
            high = middle - 1
    return low & _M


_K256 = []


def _sha256(state, block):
    if not _K256:
        _K256.extend([_fraction(p, 3) for p in _primes(64)])
    w = [int.from_bytes(block[at:at + 4], 'big') for at in range(0, 64, 4)]
    for i in range(16, 64):
        x, y = w[i - 15], w[i - 2]
        s0 = (x >> 7 | x << 25) ^ (x >> 18 | x << 14) ^ x >> 3
        s1 = (y >> 17 | y << 15) ^ (y >> 19 | y << 13) ^ y >> 10
        w.append(w[i - 16] + (s0 & _M) + w[i - 7] + (s1 & _M) & _M)
    a, b, c, d, e, f, g, h = state
    for i in range(64):
        s1 = (e >> 6 | e << 26) ^ (e >> 11 | e << 21) ^ (e >> 25 | e << 7)
        t = h + (s1 & _M) + (e & f ^ ~e & g) + _K256[i] + w[i]
        s0 = (a >> 2 | a << 30) ^ (a >> 13 | a << 19) ^ (a >> 22 | a << 10)
        a, b, c, d, e, f, g, h = t + (s0 & _M) + (a & b ^ a & c ^ b & c) & _M, a, b, c, d + t & _M, e, f, g
    return [x + y & _M for x, y in zip(state, (a, b, c, d, e, f, g, h))]


def _sha1(state, block):
    w = [int.from_bytes(block[at:at + 4], 'big') for at in range(0, 64, 4)]
    for i in range(16, 80):
        x = w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16]
        w.append((x << 1 | x >> 31) & _M)
    a, b, c, d, e = state
    for i in range(80):
        if i < 20:
            f, k = b & c | ~b & d, 0x5a827999
        elif i < 40:
            f, k = b ^ c ^ d, 0x6ed9eba1
        elif i < 60:
            f, k = b & c | b & d | c & d, 0x8f1bbcdc
        else:
            f, k = b ^ c ^ d, 0xca62c1d6
        a, b, c, d, e = (a << 5 | a >> 27) + f + e + k + w[i] & _M, a, (b << 30 | b >> 2) & _M, c, d
    return [x + y & _M for x, y in zip(state, (a, b, c, d, e))]


_KMD5 = []
_SHIFTS = (7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21)


def _md5(state, block):
    if not _KMD5:
        from math import sin
        _KMD5.extend([int(abs(sin(i + 1)) * 4294967296) for i in range(64)])
    w = [int.from_bytes(block[at:at + 4], 'little') for at in range(0, 64, 4)]
    a, b, c, d = state
    for i in range(64):
        turn = i // 16
        if turn == 0:
            f, g = b & c | ~b & d, i
        elif turn == 1:
            f, g = d & b | ~d & c, (5 * i + 1) % 16
        elif turn == 2:
            f, g = b ^ c ^ d, (3 * i + 5) % 16
        else:
            f, g = c ^ (b | ~d & _M), 7 * i % 16
        f = a + f + _KMD5[i] + w[g] & _M
        s = _SHIFTS[turn][i % 4]
        a, b, c, d = d, b + (f << s | f >> 32 - s) & _M, b, c
    return [x + y & _M for x, y in zip(state, (a, b, c, d))]


_START1 = 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0
# Name: what works on a block, the state at the start, the size of the digest, the order of bytes.
_KINDS = {
    'md5': (_md5, _START1[:4], 16, 'little'),
    'sha1': (_sha1, _START1, 20, 'big'),
    'sha224': (_sha256, (0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7,
                         0xbefa4fa4), 28, 'big'),
    'sha256': (_sha256, (0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab,
                         0x5be0cd19), 32, 'big'),
}
algorithms_guaranteed = algorithms_available = set(_KINDS)


class _Hash:
    block_size = 64

    def __init__(self, name, data=b''):
        self.name = name
        self._step, self._state, self.digest_size, self._order = _KINDS[name]
        self._rest, self._size = b'', 0
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        if not hasattr(data, 'hex'):
            raise TypeError('object supporting the buffer API required')
        data = self._rest + bytes(data)
        self._size += len(data) - len(self._rest)
        whole = len(data) // 64 * 64
        for at in range(0, whole, 64):
            self._state = self._step(self._state, data[at:at + 64])
        self._rest = data[whole:]

    def digest(self):
        tail = self._rest + b'\x80'
        tail += b'\0' * ((56 - len(tail)) % 64) + (self._size * 8).to_bytes(8, self._order)
        state = self._state
        for at in range(0, len(tail), 64):
            state = self._step(state, tail[at:at + 64])
        return b''.join([word.to_bytes(4, self._order) for word in state])[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        made = _Hash(self.name)
        made.__dict__.update(self.__dict__)
        return made

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object @ {id(self):#x}>'


def md5(data=b'', *, usedforsecurity=True):
    return _Hash('md5', data)


def sha1(data=b'', *, usedforsecurity=True):
    return _Hash('sha1', data)


def sha224(data=b'', *, usedforsecurity=True):
    return _Hash('sha224', data)


def sha256(data=b'', *, usedforsecurity=True):
    return _Hash('sha256', data)


def new(name, data=b'', *, usedforsecurity=True):
    name = name.lower()
    if name not in _KINDS:
        raise ValueError(f'unsupported hash type {name}')
    return _Hash(name, data)
