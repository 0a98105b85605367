# Times of the day, and moments: a day and a time.

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
