# Complex numbers. Loaded when a program names them or writes a literal.

from math import atan2, copysign, cos, exp, hypot, isfinite, isinf, isnan, log, sin

__name__ = 'builtins'
_NUMBER = (float, int)


def _parts(value):
    if isinstance(value, complex):
        return value._real, value._imag
    return (float(value), 0.0) if isinstance(value, _NUMBER) else None


def _component(value):
    text = repr(float(value))
    return text[:-2] if text.endswith('.0') else text


def _signed(value):
    text = _component(value)
    return text if text[0] == '-' else '+' + text


def _parse(text):
    shown = text.strip()
    if shown[:1] == '(' and shown[-1:] == ')':
        shown = shown[1:-1].strip()
    wrong = ValueError('complex() arg is a malformed string')
    if not shown or ' ' in shown:
        raise wrong
    try:
        if shown[-1] not in 'jJ':
            return float(shown), 0.0
        body = shown[:-1]
        cut = len(body) - 1
        while cut > 0 and (body[cut] not in '+-' or body[cut - 1] in 'eE'):
            cut -= 1
        real, imag = (body[:cut], body[cut:]) if cut > 0 else ('', body)
        if imag in ('', '+', '-'):
            imag += '1'
        return float(real) if real else 0.0, float(imag)
    except ValueError:
        raise wrong from None


class complex:
    """Create a complex number from a string or numbers."""
    __slots__ = ('_real', '_imag')

    def __new__(cls, real=0, imag=None):
        if isinstance(real, str):
            if imag is not None:
                raise TypeError("complex() can't take second arg if first is a string")
            x, y = _parse(real)
            return _make(x, y, cls)
        if isinstance(imag, str):
            raise TypeError("complex() second arg can't be a string")
        if imag is None and type(real) is complex and cls is complex:
            return real
        x, y = _convert(real, 'complex() first argument must be a string or a number')
        if imag is not None:
            a, b = _convert(imag, 'complex() second argument must be a number')
            x, y = (x - b, y + a) if isinstance(imag, complex) else (x, y + a if isinstance(real, complex) else a)
        return _make(x, y, cls)

    real = property(lambda self: self._real)
    imag = property(lambda self: self._imag)

    def __setattr__(self, name, value):
        if name in ('real', 'imag'):
            raise AttributeError('readonly attribute')
        object.__setattr__(self, name, value)

    def conjugate(self):
        return _make(self._real, -self._imag)

    def __complex__(self):
        return _make(self._real, self._imag)

    def __repr__(self):
        x, y = self._real, self._imag
        if x == 0 and copysign(1, x) > 0:
            return _component(y) + 'j'
        return f'({_component(x)}{_signed(y)}j)'

    def __format__(self, spec):
        if not spec:
            return str(self)
        kind = spec[-1] if spec[-1].isalpha() or spec[-1] == '%' else ''
        if kind and kind not in 'eEfFgGn':
            raise ValueError(f"Unknown format code '{kind}' for object of type 'complex'")
        head, fill, align = spec, '', '>'
        if spec[1:2] and spec[1] in '<>^=':
            fill, align, head = spec[0], spec[1], spec[2:]
        elif spec[0] in '<>^=':
            align, head = spec[0], spec[1:]
        sign = head[0] if head[:1] and head[0] in '+- ' else ''
        rest = head[len(sign):]
        other = ''
        if rest[:1] == '#':
            other, rest = '#', rest[1:]
        if (fill or rest[:1]) == '0':
            raise ValueError('Zero padding is not allowed in complex format specifier')
        if align == '=':
            raise ValueError("'=' alignment flag is not allowed in complex format specifier")
        width = ''
        while rest[:1].isdigit():
            width, rest = width + rest[0], rest[1:]
        bare = not kind and not rest and not other
        if bare:
            real, imag = _component(self._real), _signed(self._imag)
            if sign and real[0] != '-':
                real = sign + real
        else:
            if not kind and '.' in rest:
                rest += 'g'
            real, imag = format(self._real, sign + other + rest), format(self._imag, '+' + other + rest)
            if rest in ('', ',', '_'):
                real, imag = [part[:-1 if other else -2] if part[-2:] == '.0' else part for part in (real, imag)]
        if kind:
            text = f'{real}{imag}j'
        elif self._real == 0 and copysign(1, self._real) > 0:
            text = (imag if imag[0] == '-' else sign.strip('-') + imag[1:]) + 'j'
        else:
            text = f'({real}{imag}j)'
        return format(text, f'{fill}{align}{width}') if width else text

    def __hash__(self):
        value = (hash(self._real) + 1000003 * hash(self._imag)) & 0xffffffffffffffff
        value -= (value >> 63) << 64
        return -2 if value == -1 else value

    def __bool__(self):
        return self._real != 0 or self._imag != 0

    def __eq__(self, other):
        if isinstance(other, int):
            return self._imag == 0 and self._real == other
        parts = _parts(other)
        return NotImplemented if parts is None else parts == (self._real, self._imag)

    def __neg__(self):
        return _make(-self._real, -self._imag)

    def __pos__(self):
        return _make(self._real, self._imag)

    def __abs__(self):
        size = hypot(self._real, self._imag)
        if isinf(size) and isfinite(self._real) and isfinite(self._imag):
            raise OverflowError('absolute value too large')
        return size

    def __getnewargs__(self):
        return self._real, self._imag


def _convert(value, message):
    parts = _parts(value)
    if parts is None:
        kind = type(value)
        if hasattr(kind, '__complex__'):
            made = kind.__complex__(value)
            if not isinstance(made, complex):
                raise TypeError(f'{kind.__name__}.__complex__() must return a complex, not {type(made).__name__}')
            return _parts(made)
        if not hasattr(kind, '__float__') and not hasattr(kind, '__index__'):
            raise TypeError(f'{message}, not {kind.__name__!r}')
        parts = float(value), 0.0
    return parts


def _make(real, imag, cls=complex):
    made = object.__new__(cls)
    object.__setattr__(made, '_real', real)
    object.__setattr__(made, '_imag', imag)
    return made


def _add(a, b, c, d):
    return a + c, b + d


def _sub(a, b, c, d):
    return a - c, b - d


def _mul(a, b, c, d):
    return a * c - b * d, a * d + b * c


def _div(a, b, c, d):
    if abs(c) >= abs(d):
        if c == 0:
            raise ZeroDivisionError('complex division by zero')
        ratio = d / c
        bottom = c + d * ratio
        return (a + b * ratio) / bottom, (b - a * ratio) / bottom
    if isnan(c) or isnan(d):
        return float('nan'), float('nan')
    ratio = c / d
    bottom = c * ratio + d
    return (a * ratio + b) / bottom, (b * ratio - a) / bottom


def _power(a, b, c, d):
    if c == d == 0:
        return 1.0, 0.0
    if a == b == 0:
        if d != 0 or c < 0:
            raise ZeroDivisionError('0.0 to a negative or complex power')
        return 0.0, 0.0
    if d == 0 and c == int(c) and -100 <= c <= 100:
        count, result, base = abs(int(c)), (1.0, 0.0), (a, b)
        while count:
            if count & 1:
                result = _mul(*result, *base)
            base = _mul(*base, *base)
            count >>= 1
        return result if c > 0 else _div(1.0, 0.0, *result)
    size, angle = hypot(a, b), atan2(b, a)
    try:
        length, turn = size ** c, angle * c
        if d != 0:
            length *= exp(-angle * d)
            turn += d * log(size)
    except OverflowError:
        raise OverflowError('complex exponentiation') from None
    return length * cos(turn), length * sin(turn)


def _operators():
    def operator(name, function):
        def forward(self, other, modulo=None):
            parts = _parts(other)
            if modulo is not None:
                raise ValueError('complex modulo')
            return NotImplemented if parts is None else _make(*function(self._real, self._imag, *parts))

        def backward(self, other):
            parts = _parts(other)
            return NotImplemented if parts is None else _make(*function(*parts, self._real, self._imag))

        setattr(complex, f'__{name}__', forward)
        setattr(complex, f'__r{name}__', backward)

    for name, function in (('add', _add), ('sub', _sub), ('mul', _mul), ('truediv', _div), ('pow', _power)):
        operator(name, function)


_operators()


def power(a, b):
    return _make(*_power(float(a), 0.0, float(b), 0.0))
