class _Error(ValueError):
    pass


_Error.__name__ = _Error.__qualname__ = 'Error'
_Error.__module__ = 'binascii'
_STANDARD = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    return bytes(s)


def _checked(s):
    if isinstance(s, (str, int)) or not hasattr(s, '__len__'):
        raise TypeError(f"a bytes-like object is required, not '{type(s).__name__}'")
    return bytes(s)


def b64encode(s, altchars=None):
    data = _checked(s)
    alphabet = _STANDARD if altchars is None else _STANDARD[:62] + altchars
    out = []
    for at in range(0, len(data), 3):
        part = data[at:at + 3]
        number = int.from_bytes(part + b'\0' * (3 - len(part)), 'big')
        digits = [alphabet[number >> shift & 63] for shift in (18, 12, 6, 0)]
        out += digits[:len(part) + 1] + [61] * (3 - len(part))
    return bytes(out)


def b64decode(s, altchars=None, validate=False):
    data = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        data = data.replace(altchars[:1], b'+').replace(altchars[1:], b'/')
    values = {c: at for at, c in enumerate(_STANDARD)}
    if validate and (any(c not in values and c != 61 for c in data)):
        raise _Error('Only base64 data is allowed')
    out, bits, count, pads = [], 0, 0, 0
    for c in data:
        if c == 61:
            pads += 1
            if count % 4 >= 2 and count % 4 + pads >= 4:
                break
            continue
        value = values.get(c)
        if value is None:
            continue
        pads = 0
        bits = bits << 6 | value
        count += 1
        if not count % 4:
            out += bits.to_bytes(3, 'big')
            bits = 0
    left = count % 4
    if left == 1:
        raise _Error(f'Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a '
                     'multiple of 4')
    if left and left + pads < 4:
        raise _Error('Incorrect padding')
    if left:
        out += (bits << 6 * (4 - left)).to_bytes(3, 'big')[:left - 1]
    return bytes(out)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


def b32encode(s):
    data = _checked(s)
    out = []
    for at in range(0, len(data), 5):
        part = data[at:at + 5]
        number = int.from_bytes(part + b'\0' * (5 - len(part)), 'big')
        digits = [_B32[number >> shift & 31] for shift in range(35, -1, -5)]
        keep = (len(part) * 8 + 4) // 5
        out += digits[:keep] + [61] * (8 - keep)
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    data = _bytes(s)
    if len(data) % 8:
        raise _Error('Incorrect padding')
    if casefold:
        data = data.upper()
    plain = data.rstrip(b'=')
    bits = 0
    for c in plain:
        at = _B32.find(bytes([c]))
        if at < 0:
            raise _Error('Non-base32 digit found')
        bits = bits << 5 | at
    size = len(plain) * 5 // 8
    return (bits >> len(plain) * 5 % 8).to_bytes(size, 'big')


def b16encode(s):
    return _checked(s).hex().upper().encode()


def b16decode(s, casefold=False):
    data = _bytes(s)
    if casefold:
        data = data.upper()
    if len(data) % 2 or any(c not in b'0123456789ABCDEF' for c in data):
        raise _Error('Non-base16 digit found')
    return bytes.fromhex(data.decode())


def encodebytes(s):
    data = _checked(s)
    return b''.join([b64encode(data[at:at + 57]) + b'\n' for at in range(0, len(data), 57)])


def decodebytes(s):
    return b64decode(s)
