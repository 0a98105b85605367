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


# part: datetime/dates.py
# part: datetime/zones.py
# part: datetime/times.py


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
