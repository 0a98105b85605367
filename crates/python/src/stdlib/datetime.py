# datetime, on the run's clock; the zone is UTC. Texts of errors are those of CPython's C module.

from math import modf as _modf
import time as _time
from _timedelta import (
    _checked_date, _checked_time, _civil, _DAY, _delta, _first_week, _guard, _int, _ordinal, _set, _shown, timedelta,
)

__all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC')

MINYEAR = 1
MAXYEAR = 9999

_LEFT_OUT = object()
_DAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
_MONTHS = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')


def _missing(name, place):
    raise TypeError(f"function missing required argument '{name}' (pos {place})")


def _unexpected(names, wrong):
    # The suggestion is that of any function with these names.
    try:
        names(**wrong)
    except TypeError as error:
        text = str(error).partition('() ')[2]
    raise TypeError('this function ' + text)


def _checked_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError('tzinfo argument must be None or of a tzinfo subclass, '
                        f"not type '{_shown(type(zone))}'")
    return zone


class date:
    __slots__ = ('year', 'month', 'day')
    __tp_name__ = 'datetime.date'

    def __new__(cls, year=_LEFT_OUT, month=_LEFT_OUT, day=_LEFT_OUT, **wrong):
        if wrong:
            given = len(wrong) + sum([value is not _LEFT_OUT for value in (year, month, day)])
            if given > 3:
                raise TypeError(f'function takes at most 3 arguments ({given} given)')
            _unexpected(lambda year=0, month=0, day=0: 0, wrong)
        for place, name, value in ((1, 'year', year), (2, 'month', month), (3, 'day', day)):
            if value is _LEFT_OUT:
                _missing(name, place)
            _int(value)
        self = object.__new__(cls)
        year, month, day = _checked_date(year, month, day)
        _set(self, 'year', year)
        _set(self, 'month', month)
        _set(self, 'day', day)
        return self

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def fromordinal(cls, ordinal, /):
        ordinal = _int(ordinal)
        if ordinal < 1:
            raise ValueError('ordinal must be >= 1')
        return cls(*_civil(ordinal))

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        if len(date_string) in (7, 8, 10):
            from _isoformat import read_date
            parts = read_date(date_string)
            if parts is not None:
                return cls(*parts)
        raise ValueError(f'Invalid isoformat string: {date_string!r}')

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_from_week(_int(year), _int(week), _int(day)))

    def toordinal(self):
        return _ordinal(self.year, self.month, self.day)

    def weekday(self):
        return (_ordinal(self.year, self.month, self.day) + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        ordinal = self.toordinal()
        year = self.year
        if ordinal < _first_week(year):
            year -= 1
        elif ordinal >= _first_week(year + 1):
            year += 1
        return IsoCalendarDate((year, (ordinal - _first_week(year)) // 7 + 1, (ordinal + 6) % 7 + 1))

    def replace(self, year=None, month=None, day=None):
        return type(self)(self.year if year is None else year, self.month if month is None else month,
                          self.day if day is None else day)

    def __replace__(self, /, **changes):
        return self.replace(**changes)

    def timetuple(self):
        return _time_tuple(self, -1)

    def isoformat(self):
        return f'{self.year:04}-{self.month:02}-{self.day:02}'

    __str__ = isoformat

    def ctime(self):
        return f'{_DAYS[self.weekday()]} {_MONTHS[self.month - 1]} {self.day:2} 00:00:00 {self.year:04}'

    def strftime(self, format=_LEFT_OUT):
        return _strftime(self, format)

    def __format__(self, spec, /):
        if not isinstance(spec, str):
            raise TypeError(f'__format__() argument 1 must be str, not {_shown(type(spec))}')
        return self.strftime(spec) if spec else str(self)

    def __repr__(self):
        return f'{_shown(type(self))}({self.year}, {self.month}, {self.day})'

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self).fromordinal(_still_a_date(self.toordinal() + other.days))

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self).fromordinal(_still_a_date(self.toordinal() - other.days))
        if isinstance(other, date) and not isinstance(other, datetime):
            return _delta((self.toordinal() - other.toordinal()) * _DAY)
        return NotImplemented

    def _order(self):
        return self.year, self.month, self.day

    def _comparable(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._order() == other._order() if self._comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._order() < other._order() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._order() <= other._order() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._order() > other._order() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._order() >= other._order() if self._comparable(other) else NotImplemented

    def __hash__(self):
        return hash(self._order())

    def __setattr__(self, name, value):
        _guard(self, name, value, ('year', 'month', 'day'), date)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _still_a_date(ordinal):
    if not 1 <= ordinal <= 3652059:
        raise OverflowError('date value out of range')
    return ordinal


class IsoCalendarDate(tuple):
    __slots__ = ()
    __tp_name__ = 'datetime.IsoCalendarDate'
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return 'datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)' % (*self,)


def _from_week(year, week, day):
    if not 1 <= year <= 9999:
        raise ValueError(f'year {year} is out of range')
    first = _first_week(year)
    if not 1 <= week <= 53 or first + (week - 1) * 7 >= _first_week(year + 1):
        raise ValueError(f'Invalid week: {week}')
    if not 1 <= day <= 7:
        raise ValueError(f'Invalid day: {day} (range is [1, 7])')
    return _civil(first + (week - 1) * 7 + day - 1)


def _time_tuple(moment, isdst, hour=0, minute=0, second=0):
    year, month, day = moment.year, moment.month, moment.day
    ordinal = _ordinal(year, month, day)
    return _time.struct_time((year, month, day, hour, minute, second, (ordinal + 6) % 7,
                              ordinal - _ordinal(year, 1, 1) + 1, isdst))


def _offset_text(offset, separator=':'):
    if offset is None:
        return ''
    us = offset._us
    sign = '-' if us < 0 else '+'
    seconds, us = divmod(abs(us), 1_000_000)
    text = f'{sign}{seconds // 3600:02}{separator}{seconds // 60 % 60:02}'
    if seconds % 60 or us:
        text += f'{separator}{seconds % 60:02}'
        if us:
            text += f'.{us:06}'
    return text


def _strftime(moment, format):
    if format is _LEFT_OUT:
        raise TypeError("strftime() missing required argument 'format' (pos 1)")
    if not isinstance(format, str):
        raise TypeError(f'strftime() argument 1 must be str, not {_shown(type(format))}')
    # What the C library does not know is put in first.
    parts = format.split('%')
    text = parts[0]
    place = 1
    while place < len(parts):
        part = parts[place]
        first = part[:1]
        if first == 'f':
            text += f'{getattr(moment, "microsecond", 0):06}{part[1:]}'
        elif first == 'z':
            text += (_offset_text(moment.utcoffset(), '') if hasattr(moment, 'utcoffset') else '') + part[1:]
        elif part[:2] == ':z':
            text += (_offset_text(moment.utcoffset()) if hasattr(moment, 'utcoffset') else '') + part[2:]
        elif first == 'Z':
            name = moment.tzname() if hasattr(moment, 'tzname') else None
            text += ('' if name is None else name.replace('%', '%%')) + part[1:]
        elif first or place + 1 == len(parts):
            text += '%' + part
        else:
            place += 1
            text += '%%' + parts[place]
        place += 1
    return _time.strftime(text, moment.timetuple() if isinstance(moment, date) else _time_tuple(
        date(1900, 1, 1), -1, moment.hour, moment.minute, moment.second))


class tzinfo:
    __tp_name__ = 'datetime.tzinfo'

    def tzname(self, dt, /):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt, /):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt, /):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset, dst = dt.utcoffset(), dt.dst()
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        if dst is None:
            raise ValueError('fromutc: non-None dst() result required')
        standard = offset - dst
        if standard:
            dt += standard
            dst = dt.dst()
            if dst is None:
                raise ValueError('fromutc: tz.dst() gave inconsistent results; cannot convert')
        return dt + dst


class timezone(tzinfo):
    __slots__ = ('_offset', '_name')
    __tp_name__ = 'datetime.timezone'

    def __new__(cls, offset, name=_LEFT_OUT):
        if not isinstance(offset, timedelta):
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {_shown(type(offset))}')
        if name is _LEFT_OUT:
            if offset._us == 0 and cls is timezone and hasattr(cls, 'utc'):
                return cls.utc
            name = None
        elif not isinstance(name, str):
            raise TypeError(f'timezone() argument 2 must be str, not {_shown(type(name))}')
        if not -_DAY < offset._us < _DAY:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                             f'timedelta(hours=24), not {offset!r}.')
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def _checked(self, dt, function):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f'{function}(dt) argument must be a datetime instance or None, not {_shown(type(dt))}')

    def utcoffset(self, dt, /):
        self._checked(dt, 'utcoffset')
        return self._offset

    def dst(self, dt, /):
        self._checked(dt, 'dst')

    def tzname(self, dt, /):
        self._checked(dt, 'tzname')
        if self._name is not None:
            return self._name
        return f'UTC{_offset_text(self._offset)}' if self._offset else 'UTC'

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        return dt + self._offset

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is UTC:
            return 'datetime.timezone.utc'
        if self._name is None:
            return f'{_shown(type(self))}({self._offset!r})'
        return f'{_shown(type(self))}({self._offset!r}, {self._name!r})'

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _Clock:
    # What times of day and moments have in common.
    __slots__ = ()

    def _offset_by(self, zone, argument, method='utcoffset'):
        if zone is None:
            return None
        offset = getattr(zone, method)(argument)
        if offset is None:
            return None
        if not isinstance(offset, timedelta):
            raise TypeError(f"tzinfo.{method}() must return None or a timedelta, not '{_shown(type(offset))}'")
        if not -_DAY < offset._us < _DAY:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).')
        return offset

    def _name_by(self, argument):
        name = None if self.tzinfo is None else self.tzinfo.tzname(argument)
        if name is not None and not isinstance(name, str):
            raise TypeError(f"tzinfo.tzname() must return None or a string, not '{_shown(type(name))}'")
        return name

    def _clock_text(self, timespec='auto'):
        text = f'{self.hour:02}:{self.minute:02}:{self.second:02}'
        us = self.microsecond
        if timespec == 'auto':
            text += f'.{us:06}' if us else ''
        elif timespec == 'hours':
            text = text[:2]
        elif timespec == 'minutes':
            text = text[:5]
        elif timespec == 'milliseconds':
            text += f'.{us // 1000:03}'
        elif timespec == 'microseconds':
            text += f'.{us:06}'
        elif timespec != 'seconds':
            raise ValueError('Unknown timespec value')
        return text + _offset_text(self.utcoffset())

    def _since_midnight(self):
        return ((self.hour * 60 + self.minute) * 60 + self.second) * 1_000_000 + self.microsecond

    def _repr_end(self):
        text = ''
        if self.microsecond:
            text = f', {self.second}, {self.microsecond}'
        elif self.second:
            text = f', {self.second}'
        if self.tzinfo is not None:
            text += f', tzinfo={self.tzinfo!r}'
        if self.fold:
            text += ', fold=1'
        return text + ')'


class time(_Clock):
    __slots__ = ('hour', 'minute', 'second', 'microsecond', 'tzinfo', 'fold')
    __tp_name__ = 'datetime.time'

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0, **wrong):
        if wrong:
            _unexpected(lambda hour=0, minute=0, second=0, microsecond=0, tzinfo=0, fold=0: 0, wrong)
        self = object.__new__(cls)
        values = _checked_time(hour, minute, second, microsecond, fold)
        for name, value in zip(('hour', 'minute', 'second', 'microsecond', 'fold'), values):
            _set(self, name, value)
        _set(self, 'tzinfo', _checked_zone(tzinfo))
        return self

    @classmethod
    def fromisoformat(cls, time_string, /):
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        from _isoformat import read_time
        parts = read_time(time_string.removeprefix('T'))
        if parts is None:
            raise ValueError(f'Invalid isoformat string: {time_string!r}')
        return cls(*parts)

    def utcoffset(self):
        return self._offset_by(self.tzinfo, None)

    def dst(self):
        return self._offset_by(self.tzinfo, None, 'dst')

    def tzname(self):
        return self._name_by(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=_LEFT_OUT, *, fold=None):
        return type(self)(
            self.hour if hour is None else hour, self.minute if minute is None else minute,
            self.second if second is None else second, self.microsecond if microsecond is None else microsecond,
            self.tzinfo if tzinfo is _LEFT_OUT else tzinfo, fold=self.fold if fold is None else fold)

    def __replace__(self, /, **changes):
        return self.replace(**changes)

    def isoformat(self, timespec='auto'):
        return self._clock_text(timespec)

    def __str__(self):
        return self._clock_text()

    def strftime(self, format=_LEFT_OUT):
        return _strftime(self, format)

    def __format__(self, spec, /):
        if not isinstance(spec, str):
            raise TypeError(f'__format__() argument 1 must be str, not {_shown(type(spec))}')
        return self.strftime(spec) if spec else str(self)

    def __repr__(self):
        return f'{_shown(type(self))}({self.hour}, {self.minute}{self._repr_end()}'

    def _difference(self, other, equality=False):
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            if equality:
                return 1
            raise TypeError("can't compare offset-naive and offset-aware times")
        difference = self._since_midnight() - other._since_midnight()
        return difference if mine is None else difference - mine._us + theirs._us

    def __eq__(self, other):
        return self._difference(other, True) == 0 if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._difference(other) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._difference(other) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._difference(other) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._difference(other) >= 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._since_midnight() - (offset._us if offset else 0))

    def __setattr__(self, name, value):
        _guard(self, name, value, time.__slots__, time)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class datetime(date, _Clock):
    __slots__ = ('hour', 'minute', 'second', 'microsecond', 'tzinfo', 'fold')
    __tp_name__ = 'datetime.datetime'

    def __new__(cls, year=_LEFT_OUT, month=_LEFT_OUT, day=_LEFT_OUT, hour=0, minute=0, second=0, microsecond=0,
                tzinfo=None, *, fold=0, **wrong):
        if wrong:
            _unexpected(lambda year=0, month=0, day=0, hour=0, minute=0, second=0, microsecond=0, tzinfo=0, fold=0: 0,
                        wrong)
        self = date.__new__(cls, year, month, day)
        values = _checked_time(hour, minute, second, microsecond, fold)
        for name, value in zip(('hour', 'minute', 'second', 'microsecond', 'fold'), values):
            _set(self, name, value)
        _set(self, 'tzinfo', _checked_zone(tzinfo))
        return self

    @classmethod
    def _from_us(cls, us, zone=None):
        days, us = divmod(us, _DAY)
        seconds, us = divmod(us, 1_000_000)
        return cls(*_civil(days), seconds // 3600, seconds // 60 % 60, seconds % 60, us, zone)

    @classmethod
    def now(cls, tz=None):
        return cls._at(_time.time_ns() // 1000, _checked_zone(tz))

    @classmethod
    def _at(cls, us, zone):
        # From microseconds since 1970.
        if not _EPOCH._us_of() <= us + _EPOCH_US <= _LAST_US:
            year = _civil((us + _EPOCH_US) // _DAY)[0]
            raise ValueError(f'year {year} is out of range')
        self = cls._from_us(us + _EPOCH_US, zone)
        return self if zone is None else zone.fromutc(self)

    @classmethod
    def utcnow(cls):
        _deprecated('utcnow', 'now(datetime.UTC)')
        return cls._at(_time.time_ns() // 1000, None)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        return cls._at(_timestamp_us(timestamp), _checked_zone(tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        _deprecated('utcfromtimestamp', 'fromtimestamp(timestamp, datetime.UTC)')
        return cls._at(_timestamp_us(timestamp), None)

    @classmethod
    def combine(cls, date, time, tzinfo=_LEFT_OUT):
        if not isinstance(date, _date):
            raise TypeError(f'combine() argument 1 must be datetime.date, not {_shown(type(date))}')
        if not isinstance(time, _time_class):
            raise TypeError(f'combine() argument 2 must be datetime.time, not {_shown(type(time))}')
        zone = time.tzinfo if tzinfo is _LEFT_OUT else tzinfo
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, zone,
                   fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        if len(date_string) >= 7:
            from _isoformat import date_length, read_date, read_time
            length = date_length(date_string)
            day = read_date(date_string[:length])
            rest = date_string[length + 1:]
            clock = read_time(rest) if rest else () if len(date_string) <= length else None
            if day is not None and clock is not None:
                return cls(*day, *clock)
        raise ValueError(f'Invalid isoformat string: {date_string!r}')

    @classmethod
    def strptime(cls, date_string, format, /):
        for place, value in ((1, date_string), (2, format)):
            if not isinstance(value, str):
                raise TypeError(f'strptime() argument {place} must be str, not {_shown(type(value))}')
        from _strptime import parse
        fields, us, offset, offset_us, name = parse(date_string, format)
        zone = None
        if offset is not None:
            offset = timedelta(seconds=offset, microseconds=offset_us)
            zone = timezone(offset, name) if name else timezone(offset)
        return cls(*fields[:6], us, zone)

    def utcoffset(self):
        return self._offset_by(self.tzinfo, self)

    def dst(self):
        return self._offset_by(self.tzinfo, self, 'dst')

    def tzname(self):
        return self._name_by(self)

    def date(self):
        return _date(self.year, self.month, self.day)

    def time(self):
        return _time_class(self.hour, self.minute, self.second, self.microsecond, fold=self.fold)

    def timetz(self):
        return _time_class(self.hour, self.minute, self.second, self.microsecond, self.tzinfo, fold=self.fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=_LEFT_OUT, *, fold=None):
        return type(self)(
            self.year if year is None else year, self.month if month is None else month,
            self.day if day is None else day, self.hour if hour is None else hour,
            self.minute if minute is None else minute, self.second if second is None else second,
            self.microsecond if microsecond is None else microsecond,
            self.tzinfo if tzinfo is _LEFT_OUT else tzinfo, fold=self.fold if fold is None else fold)

    def astimezone(self, tz=None):
        mine = self.tzinfo
        if tz is None:
            tz = timezone(timedelta(0), 'UTC')
        else:
            _checked_zone(tz)
        if tz is mine:
            return self
        offset = self.utcoffset()
        us = self._us_of() - (0 if offset is None else offset._us)
        return tz.fromutc(type(self)._from_us(_still_a_moment(us), tz))

    def timestamp(self):
        offset = self.utcoffset()
        us = self._us_of() - _EPOCH_US
        if offset is None:
            return us // 1_000_000 + self.microsecond / 1e6
        return (us - offset._us) / 1_000_000

    def timetuple(self):
        dst = self.dst()
        return _time_tuple(self, -1 if dst is None else int(bool(dst)), self.hour, self.minute, self.second)

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = self - offset if offset else self
        return _time_tuple(moment, 0, moment.hour, moment.minute, moment.second)

    def isoformat(self, sep='T', timespec='auto'):
        if not isinstance(sep, str) or len(sep) != 1:
            found = f'a string of length {len(sep)}' if isinstance(sep, str) else _shown(type(sep))
            raise TypeError(f'isoformat() argument 1 must be a unicode character, not {found}')
        return f'{self.year:04}-{self.month:02}-{self.day:02}{sep}{self._clock_text(timespec)}'

    def __str__(self):
        return self.isoformat(' ')

    def ctime(self):
        return (f'{_DAYS[self.weekday()]} {_MONTHS[self.month - 1]} {self.day:2} '
                f'{self.hour:02}:{self.minute:02}:{self.second:02} {self.year:04}')

    def __repr__(self):
        return (f'{_shown(type(self))}({self.year}, {self.month}, {self.day}, {self.hour}, {self.minute}'
                f'{self._repr_end()}')

    def _us_of(self):
        return self.toordinal() * _DAY + self._since_midnight()

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._from_us(_still_a_moment(self._us_of() + other._us), self.tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._from_us(_still_a_moment(self._us_of() - other._us), self.tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        return _delta(self._difference(other, "can't subtract offset-naive and offset-aware datetimes"))

    def _difference(self, other, refusal):
        difference = self._us_of() - other._us_of()
        if self.tzinfo is other.tzinfo:
            return difference
        mine, theirs = self.utcoffset(), other.utcoffset()
        if mine is None and theirs is None:
            return difference
        if mine is None or theirs is None:
            if refusal is None:
                return 1
            raise TypeError(refusal)
        return difference - mine._us + theirs._us

    def _compared(self, other):
        return self._difference(other, "can't compare offset-naive and offset-aware datetimes")

    def __eq__(self, other):
        return self._difference(other, None) == 0 if isinstance(other, datetime) else NotImplemented

    def __lt__(self, other):
        return self._compared(other) < 0 if isinstance(other, datetime) else NotImplemented

    def __le__(self, other):
        return self._compared(other) <= 0 if isinstance(other, datetime) else NotImplemented

    def __gt__(self, other):
        return self._compared(other) > 0 if isinstance(other, datetime) else NotImplemented

    def __ge__(self, other):
        return self._compared(other) >= 0 if isinstance(other, datetime) else NotImplemented

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._us_of() - (offset._us if offset else 0))

    def __setattr__(self, name, value):
        _guard(self, name, value, ('year', 'month', 'day'), _date)
        _guard(self, name, value, datetime.__slots__, datetime)


def _still_a_moment(us):
    if not _DAY <= us <= _LAST_US:
        raise OverflowError('date value out of range')
    return us


def _timestamp_us(timestamp):
    if isinstance(timestamp, float):
        if timestamp != timestamp:
            raise ValueError('Invalid value NaN (not a number)')
        if not -9.2e18 < timestamp < 9.2e18:
            raise OverflowError('timestamp out of range for platform time_t')
        part, whole = _modf(timestamp)
        return int(whole) * 1_000_000 + round(part * 1e6)
    timestamp = _int(timestamp)
    if not -1 << 63 <= timestamp < 1 << 63:
        raise OverflowError('timestamp out of range for platform time_t')
    return timestamp * 1_000_000


def _deprecated(name, instead):
    # The words are CPython's.
    from sys import _warn
    _warn(f'datetime.datetime.{name}() is deprecated and scheduled for removal in a future version. '
          'Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.'
          f'{instead}.')


_date, _time_class = date, time

date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = _delta(_DAY)
time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = _delta(1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = _delta(1)
for _function in (date.replace, time.replace, datetime.replace, datetime.isoformat, time.isoformat):
    _function.__qualname__ = _function.__name__
UTC = timezone.utc = timezone(_delta(0))
timezone.min = timezone(_delta(-_DAY + 60_000_000))
timezone.max = timezone(_delta(_DAY - 60_000_000))
_EPOCH = datetime.min
_EPOCH_US = _ordinal(1970, 1, 1) * _DAY
_LAST_US = datetime.max._us_of()
