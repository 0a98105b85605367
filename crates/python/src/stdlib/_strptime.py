# What strptime of time and datetime reads. Directives match as CPython's do: the longest first, and less where the rest
# would not match otherwise.

_DAYS = ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')
_MONTHS = ('january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october',
           'november', 'december')
_NAMES = {
    'A': _DAYS, 'a': [name[:3] for name in _DAYS], 'B': _MONTHS, 'b': [name[:3] for name in _MONTHS],
    'p': ('am', 'pm'), 'Z': ('utc', 'gmt'),
}
# The least and the greatest number, the most digits.
_NUMBERS = {
    'd': (1, 31, 2), 'H': (0, 23, 2), 'I': (1, 12, 2), 'j': (1, 366, 3), 'm': (1, 12, 2), 'M': (0, 59, 2),
    'S': (0, 61, 2), 'U': (0, 53, 2), 'W': (0, 53, 2), 'V': (0, 53, 2), 'w': (0, 6, 1), 'u': (1, 7, 1),
    'f': (0, 999999, 6),
}
_EXACT = {'Y': 4, 'G': 4, 'y': 2}
_SHORT = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}


def _all_digits(text):
    return text.isascii() and text.isdigit()


def _offset_ends(text, at):
    # Where an offset from UTC can end.
    if text[at:at + 1] == 'Z':
        return [at + 1]
    if text[at:at + 1] not in ('+', '-') or not _all_digits(text[at + 1:at + 3]):
        return []
    at += 3
    ends = []
    for _ in range(2):
        if text[at:at + 1] == ':':
            at += 1
        if len(text) < at + 2 or not _all_digits(text[at:at + 2]) or text[at] > '5':
            return ends[::-1]
        at += 2
        ends.append(at)
    if text[at:at + 1] == '.':
        for count in range(1, 7):
            if not text[at + count:at + count + 1].isdigit():
                break
            ends.append(at + count + 1)
    return ends[::-1]


def _ends(item, text, at):
    # Where what matches an item can end, what is to be tried first comes first.
    if item == ' ':
        end = at
        while text[end:end + 1].isspace():
            end += 1
        return range(end, at, -1)
    if item[0] != '%' or item == '%%':
        return [at + 1] if text[at:at + 1].lower() == item[-1].lower() else []
    letter = item[1]
    if letter in _NUMBERS:
        low, high, most = _NUMBERS[letter]
        ends = [at + count for count in range(most, 0, -1)
                if len(text) >= at + count and _all_digits(text[at:at + count])
                and low <= int(text[at:at + count]) <= high]
        if letter == 'd' and text[at:at + 1] == ' ' and '1' <= text[at + 1:at + 2] <= '9':
            ends.append(at + 2)
        return ends
    if letter in _EXACT:
        end = at + _EXACT[letter]
        return [end] if len(text) >= end and _all_digits(text[at:end]) else []
    if letter == 'z':
        return _offset_ends(text, at)
    names = sorted(_NAMES[letter], key=len, reverse=True)
    return [at + len(name) for name in names if text[at:at + len(name)].lower() == name]


def _items_of(format):
    items = []
    at = 0
    while at < len(format):
        item = format[at]
        at += 1
        if item.isspace():
            while format[at:at + 1].isspace():
                at += 1
            items.append(' ')
        elif item != '%':
            items.append(item)
        else:
            letter = format[at:at + 1]
            at += 1
            if letter == '':
                raise ValueError(f"stray % in format '{format}'")
            if letter in _SHORT:
                items += _items_of(_SHORT[letter])
            elif letter == '%' or letter == 'z' or letter in _NUMBERS or letter in _EXACT or letter in _NAMES:
                items.append('%' + letter)
            else:
                raise ValueError(f"'{letter}' is a bad directive in format '{format}'")
    return items


def _match(items, text):
    # The parts of the text by their directives, and where the last one ends; None if it does not match.
    choices = []
    at, place = 0, 0
    while place < len(items):
        if place == len(choices):
            choices.append((at, iter(_ends(items[place], text, at))))
        at = next(choices[-1][1], None)
        if at is not None:
            choices[-1] = (*choices[-1][:2], at)
            place += 1
            continue
        choices.pop()
        if not choices:
            return None
        place -= 1
    found = {}
    for item, (start, _, end) in zip(items, choices):
        if item[0] == '%' and item != '%%':
            found[item[1]] = text[start:end]
    return found, at


def _offset(text):
    # Seconds and microseconds.
    if text == 'Z':
        return 0, 0
    z = text
    if z[3] == ':':
        z = z[:3] + z[4:]
        if len(z) > 5:
            if z[5] != ':':
                raise ValueError(f'Inconsistent use of : in {text}')
            z = z[:5] + z[6:]
    seconds = int(z[1:3]) * 3600 + int(z[3:5]) * 60 + int(z[5:7] or 0)
    us = int((z[8:] + '000000')[:6])
    return (-seconds, -us) if z[0] == '-' else (seconds, us)


def parse(text, format):
    # The nine fields of a struct_time, microseconds, the zone's offset in seconds and microseconds, its name.
    from datetime import date
    from sys import _warn
    items = _items_of(format)
    if '%d' in items and not {'%Y', '%y', '%G'} & set(items):
        _warn("""Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647.""")
    match = _match(items, text)
    if match is None:
        raise ValueError(f'time data {text!r} does not match format {format!r}')
    found, end = match
    if end != len(text):
        raise ValueError(f'unconverted data remains: {text[end:]}')

    def number(letter, otherwise=None):
        return int(found[letter]) if letter in found else otherwise

    def named(letter):
        return _NAMES[letter].index(found[letter].lower()) if letter in found else None

    year = number('Y')
    if 'y' in found:
        year = number('y')
        year += 2000 if year <= 68 else 1900
    month = number('m', 1)
    for letter in 'bB':
        if letter in found:
            month = named(letter) + 1
    day, hour = number('d', 1), number('H', 0)
    if 'I' in found:
        hour = number('I') % 12 + (12 if named('p') else 0)
    weekday = None
    for letter in 'aA':
        if letter in found:
            weekday = named(letter)
    if 'w' in found:
        weekday = (number('w') + 6) % 7
    if 'u' in found:
        weekday = number('u') - 1
    julian, iso_year, iso_week = number('j'), number('G'), number('V')
    if iso_year is not None:
        if julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' "
                         "instead.")
    leap = year is None and month == 2 and day == 29
    if year is None:
        year = 1904 if leap else 1900
    if julian is None and weekday is not None:
        for letter, first in (('U', 6), ('W', 0)):
            if letter in found:
                new_year = (date(year, 1, 1).weekday() - first) % 7
                place = (weekday - first) % 7
                week = number(letter)
                julian = 1 + place - new_year if week == 0 else 1 + (7 - new_year) % 7 + 7 * (week - 1) + place
        if julian is None and iso_year is not None:
            moment = date.fromisocalendar(iso_year, iso_week, weekday + 1)
            year, month, day = moment.year, moment.month, moment.day
    if julian is not None:
        moment = date.fromordinal(date(year, 1, 1).toordinal() + julian - 1)
        year, month, day = moment.year, moment.month, moment.day
    moment = date(year, month, day)
    julian = moment.toordinal() - date(year, 1, 1).toordinal() + 1
    if weekday is None:
        weekday = moment.weekday()
    offset, offset_us = _offset(found['z']) if 'z' in found else (None, 0)
    dst = 0 if 'Z' in found else -1
    us = int((found['f'] + '00000')[:6]) if 'f' in found else 0
    fields = (1900 if leap else year, month, day, hour, number('M', 0), number('S', 0), weekday, julian, dst)
    return fields, us, offset, offset_us, found.get('Z')


def parse_time(text, format):
    from time import struct_time
    for place, value in ((0, text), (1, format)):
        if not isinstance(value, str):
            raise TypeError(f'strptime() argument {place} must be str, not {type(value)}')
    return struct_time(parse(text, format)[0])
