# Days: class date, weeks, and the writing of dates and times by a format.

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
