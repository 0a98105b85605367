# timedelta, and what all of datetime is counted with.

from math import modf as _modf

__name__ = 'datetime'

_DAY = 86_400_000_000
_INFINITY = float('inf')
_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)
_set = object.__setattr__


def _shown(cls):
    return cls.__dict__.get('__tp_name__', cls.__name__)


def _int(value):
    if isinstance(value, int):
        return int(value)
    index = getattr(type(value), '__index__', None)
    if index is None:
        raise TypeError(f"'{_shown(type(value))}' object cannot be interpreted as an integer")
    return index(value)


def _in_range(value, low, high, what):
    value = _int(value)
    if not low <= value <= high:
        raise ValueError(f'{what} must be in {low}..{high}')
    return value


def _days_in(year, month):
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _BEFORE[month] - _BEFORE[month - 1] + leap


def _checked_date(year, month, day):
    year, month, day = _int(year), _int(month), _int(day)
    if not 1 <= year <= 9999:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _days_in(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def _checked_time(hour, minute, second, microsecond, fold):
    hour = _in_range(hour, 0, 23, 'hour')
    minute = _in_range(minute, 0, 59, 'minute')
    second = _in_range(second, 0, 59, 'second')
    microsecond = _in_range(microsecond, 0, 999999, 'microsecond')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond, fold


def _ordinal(year, month, day):
    # Days since the last day of the year 0.
    before = year - 1
    leap = month > 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return before * 365 + before // 4 - before // 100 + before // 400 + _BEFORE[month - 1] + leap + day


def _civil(ordinal):
    # Years begin in March here: the leap day is their last.
    days = ordinal + 305
    era, day = divmod(days, 146097)
    year = (day - day // 1460 + day // 36524 - day // 146096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    day -= (153 * month + 2) // 5 - 1
    year += era * 400
    return (year, month + 3, day) if month < 10 else (year + 1, month - 9, day)


def _first_week(year):
    # The Monday of the first ISO week.
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def _nearest(a, b):
    # a / b rounded to an int, halves to the even one.
    q, r = divmod(a, b)
    r *= 2
    more = r > b if b > 0 else r < b
    return q + 1 if more or r == b and q % 2 == 1 else q


class timedelta:
    __slots__ = ('_us',)
    __tp_name__ = 'datetime.timedelta'

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, left = 0, 0.0
        for name, value, factor in (
            ('microseconds', microseconds, 1), ('milliseconds', milliseconds, 1000), ('seconds', seconds, 1_000_000),
            ('minutes', minutes, 60_000_000), ('hours', hours, 3_600_000_000), ('days', days, _DAY),
            ('weeks', weeks, 7 * _DAY),
        ):
            if isinstance(value, int):
                total += value * factor
            elif isinstance(value, float):
                if value != value or value in (_INFINITY, -_INFINITY):
                    int(value)
                part, whole = _modf(value)
                total += int(whole) * factor
                if part:
                    part, whole = _modf(part * factor)
                    total += int(whole)
                    left += part
            else:
                raise TypeError(f'unsupported type for timedelta {name} component: {_shown(type(value))}')
        if left:
            whole = float(round(left))
            if abs(whole - left) == 0.5:
                odd = total & 1
                whole = 2.0 * round((left + odd) * 0.5) - odd
            total += int(whole)
        return _delta(total, cls)

    days = property(lambda self: self._us // _DAY)
    seconds = property(lambda self: self._us % _DAY // 1_000_000)
    microseconds = property(lambda self: self._us % 1_000_000)

    def total_seconds(self):
        return self._us / 1_000_000

    def __repr__(self):
        parts = [f'{name}={value}' for name in ('days', 'seconds', 'microseconds') if (value := getattr(self, name))]
        return f'{_shown(type(self))}({", ".join(parts) or "0"})'

    def __str__(self):
        days, us = divmod(self._us, _DAY)
        seconds, us = divmod(us, 1_000_000)
        text = f'{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}'
        if us:
            text += f'.{us:06}'
        return f'{days} day{"" if abs(days) == 1 else "s"}, {text}' if days else text

    def __add__(self, other):
        return _delta(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _delta(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _delta(-self._us)

    def __pos__(self):
        return _delta(self._us)

    def __abs__(self):
        return _delta(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(self._us * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(_nearest(self._us * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return _integers(int.__floordiv__, self._us, other._us)
        if isinstance(other, int):
            return _delta(_integers(int.__floordiv__, self._us, other))
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            if other == 0:
                raise ZeroDivisionError('integer division or modulo by zero')
            return _delta(_nearest(self._us, other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            if a == 0:
                raise ZeroDivisionError('integer division or modulo by zero')
            return _delta(_nearest(self._us * b, a))
        return NotImplemented

    def __mod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        if other._us == 0:
            raise ZeroDivisionError('integer modulo by zero')
        return _delta(self._us % other._us)

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self // other, self % other

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self._us != 0

    def __setattr__(self, name, value):
        _guard(self, name, value, ('days', 'seconds', 'microseconds'), timedelta)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _integers(operation, a, b):
    if b == 0:
        raise ZeroDivisionError('integer division or modulo by zero')
    return operation(a, b)


def _guard(self, name, value, fixed, cls):
    if name in fixed:
        raise AttributeError(f"attribute '{name}' of '{cls.__tp_name__}' objects is not writable")
    _set(self, name, value)


def _delta(total, cls=timedelta):
    days = total // _DAY
    if not -999_999_999 <= days <= 999_999_999:
        if not -1 << 31 <= days < 1 << 31:
            raise OverflowError('Python int too large to convert to C int')
        raise OverflowError(f'days={days}; must have magnitude <= 999999999')
    self = object.__new__(cls)
    _set(self, '_us', total)
    return self


timedelta.__new__.__qualname__ = '__new__'
timedelta.min = _delta(-999_999_999 * _DAY)
timedelta.max = _delta(10**9 * _DAY - 1)
timedelta.resolution = _delta(1)
