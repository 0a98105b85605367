import math
from numbers import Rational


def _parsed(text):
    # Numerator and denominator of '3/4', '-1.5e3' and their like; None of others.
    import re
    found = re.fullmatch(r'\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(_\d+)*)(?:(?:/(?P<denom>\d+(?:_\d+)*))?|'
                         r'(?:\.(?P<decimal>\d*|\d+(?:_\d+)*))?(?:[eE](?P<exp>[-+]?\d+(?:_\d+)*))?)\s*', text)
    if found is None:
        return None
    top = int(found['num'] or '0')
    bottom = int(found['denom'] or '1')
    if not found['denom']:
        decimal = (found['decimal'] or '').replace('_', '')
        if decimal:
            bottom = 10 ** len(decimal)
            top = top * bottom + int(decimal)
        exponent = int(found['exp'] or '0')
        if exponent >= 0:
            top *= 10 ** exponent
        else:
            bottom *= 10 ** -exponent
    return -top if found['sign'] == '-' else top, bottom


class Fraction(Rational):
    __slots__ = '_numerator', '_denominator'

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if isinstance(numerator, str):
                parts = _parsed(numerator)
                if parts is None:
                    raise ValueError(f'Invalid literal for Fraction: {numerator!r}')
                top, bottom = parts
            elif isinstance(numerator, (int, Fraction)):
                top, bottom = numerator.numerator, numerator.denominator
            elif hasattr(numerator, 'as_integer_ratio'):
                top, bottom = numerator.as_integer_ratio()
            else:
                raise TypeError('argument should be a string or a Rational instance')
        elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            top = numerator.numerator * denominator.denominator
            bottom = denominator.numerator * numerator.denominator
        else:
            raise TypeError('both arguments should be Rational instances')
        if not bottom:
            raise ZeroDivisionError(f'Fraction({top}, 0)')
        common = math.gcd(top, bottom)
        if bottom < 0:
            common = -common
        self._numerator, self._denominator = top // common, bottom // common
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        return cls(*dec.as_integer_ratio())

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)
    real = property(lambda self: self)
    imag = property(lambda self: 0)

    def conjugate(self):
        return self

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f'{type(self).__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def __format__(self, format_spec, /):
        if not format_spec:
            return str(self)
        if format_spec[-1] in 'fF%':
            return self._fixed(format_spec)
        if format_spec[-1] in 'eEgG':
            return format(self._numerator / self._denominator, format_spec)
        return format(str(self), format_spec)

    def _fixed(self, spec):
        # All digits are exact, the last one rounded half to even.
        import re
        found = re.fullmatch(r'(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)(?P<z>z?)(?P<alt>#?)(?P<zero>0(?=[0-9]))?'
                             r'(?P<width>\d+)?(?P<comma>[,_]?)(?:\.(?P<precision>\d+))?(?P<kind>[fF%])', spec, re.DOTALL)
        if found is None or found['align'] and found['zero']:
            raise ValueError(f'Invalid format specifier {spec!r} for object of type {type(self).__name__!r}')
        places = int(found['precision'] or '6')
        percent = found['kind'] == '%'
        digits = round(abs(self) * (100 if percent else 1) * 10 ** places)
        whole, rest = divmod(digits, 10 ** places)
        tail = f'.{rest:0{places}d}' if places else '.' if found['alt'] else ''
        tail += '%' if percent else ''
        negative = self._numerator < 0 and (digits or not found['z'])
        sign = '-' if negative else '' if found['sign'] == '-' else found['sign']
        width = int(found['width'] or '0')
        comma = found['comma']
        if found['zero'] or found['fill'] == '0' and found['align'] == '=':
            room = width - len(sign) - len(tail)
            body = f'{whole:0{room}{comma}}' if room > 0 else f'{whole:{comma}}'
            return sign + body + tail
        body = f'{whole:{comma}}' + tail
        fill, align = found['fill'] or ' ', found['align'] or '>'
        if align == '=':
            return sign + body.rjust(width - len(sign), fill)
        text = sign + body
        if align == '^':
            left = (width - len(text)) // 2
            return (fill * left + text).ljust(width, fill)
        return text.ljust(width, fill) if align == '<' else text.rjust(width, fill)

    def __add__(a, b):
        if isinstance(b, (int, Fraction)):
            return Fraction(a._numerator * b.denominator + b.numerator * a._denominator, a._denominator * b.denominator)
        return float(a) + b if isinstance(b, (float, complex)) else NotImplemented

    def __radd__(b, a):
        return b + a

    def __sub__(a, b):
        if isinstance(b, (int, Fraction)):
            return Fraction(a._numerator * b.denominator - b.numerator * a._denominator, a._denominator * b.denominator)
        return float(a) - b if isinstance(b, (float, complex)) else NotImplemented

    def __rsub__(b, a):
        return Fraction(a) - b if isinstance(a, int) else a - float(b) if isinstance(a, (float, complex)) else \
            NotImplemented

    def __mul__(a, b):
        if isinstance(b, (int, Fraction)):
            return Fraction(a._numerator * b.numerator, a._denominator * b.denominator)
        return float(a) * b if isinstance(b, (float, complex)) else NotImplemented

    def __rmul__(b, a):
        return b * a

    def __truediv__(a, b):
        if isinstance(b, (int, Fraction)):
            if not b:
                raise ZeroDivisionError(f'Fraction({b.denominator}, 0)')
            return Fraction(a._numerator * b.denominator, a._denominator * b.numerator)
        return float(a) / b if isinstance(b, (float, complex)) else NotImplemented

    def __rtruediv__(b, a):
        return Fraction(a) / b if isinstance(a, int) else a / float(b) if isinstance(a, (float, complex)) else \
            NotImplemented

    def __floordiv__(a, b):
        if isinstance(b, (int, Fraction)):
            return a._numerator * b.denominator // (a._denominator * b.numerator)
        return float(a) // b if isinstance(b, float) else NotImplemented

    def __rfloordiv__(b, a):
        return Fraction(a) // b if isinstance(a, int) else a // float(b) if isinstance(a, float) else NotImplemented

    def __mod__(a, b):
        if isinstance(b, (int, Fraction)):
            bottom = a._denominator * b.denominator
            return Fraction(a._numerator * b.denominator % (b.numerator * a._denominator), bottom)
        return float(a) % b if isinstance(b, float) else NotImplemented

    def __rmod__(b, a):
        return Fraction(a) % b if isinstance(a, int) else a % float(b) if isinstance(a, float) else NotImplemented

    def __divmod__(a, b):
        return a // b, a % b

    def __rdivmod__(b, a):
        return a // b, a % b

    def __pow__(a, b):
        if isinstance(b, (int, Fraction)):
            if b.denominator != 1:
                return float(a) ** float(b)
            power = b.numerator
            if power >= 0:
                return Fraction(a._numerator ** power, a._denominator ** power)
            if not a._numerator:
                raise ZeroDivisionError(f'Fraction({a._denominator ** -power}, 0)')
            return Fraction(a._denominator ** -power, a._numerator ** -power)
        return float(a) ** b if isinstance(b, (float, complex)) else NotImplemented

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, int):
            return Fraction(a) ** b
        return a ** float(b)

    def __pos__(a):
        return Fraction(a)

    def __neg__(a):
        return Fraction(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction(abs(a._numerator), a._denominator)

    def __int__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    __trunc__ = __int__

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            twice = rest * 2
            return whole + (twice > self._denominator or twice == self._denominator and whole % 2)
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        modulus = (1 << 61) - 1
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            found = 314159
        else:
            found = hash(hash(abs(self._numerator)) * inverse)
        found = found if self._numerator >= 0 else -found
        return -2 if found == -1 else found

    def __eq__(a, b):
        if isinstance(b, (int, Fraction)):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, float):
            return b == a._numerator / a._denominator and math.isfinite(b) and Fraction(b) == a
        return NotImplemented

    def _compared(a, b, holds):
        if isinstance(b, (int, Fraction)):
            return holds(a._numerator * b.denominator, a._denominator * b.numerator)
        if isinstance(b, float):
            return holds(0.0, b) if not math.isfinite(b) else a._compared(Fraction(b), holds)
        return NotImplemented

    def __lt__(a, b):
        return a._compared(b, lambda x, y: x < y)

    def __gt__(a, b):
        return a._compared(b, lambda x, y: x > y)

    def __le__(a, b):
        return a._compared(b, lambda x, y: x <= y)

    def __ge__(a, b):
        return a._compared(b, lambda x, y: x >= y)

    def __bool__(a):
        return bool(a._numerator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
