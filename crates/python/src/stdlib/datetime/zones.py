# Zones: what they are asked for, and those with one offset. What a moment is they learn from it.

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
