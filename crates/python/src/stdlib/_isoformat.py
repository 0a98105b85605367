# Reading dates and times in the format of ISO 8601. None: it is not in that format.

from datetime import UTC, _delta, _from_week, timezone


def _digits(text):
    return int(text) if text.isascii() and text.isdigit() else None


def read_date(text):
    if not text.isascii():
        return None
    year, dashed = _digits(text[:4]), text[4:5] == '-'
    rest = text[5 if dashed else 4:]
    if year is None or len(text) < 7:
        return None
    if rest[:1] == 'W':
        week, day = _digits(rest[1:3]), 1
        if len(rest) > 3:
            if (rest[3] == '-') != dashed or len(rest) != (5 if dashed else 4):
                return None
            day = _digits(rest[-1])
        if week is None or day is None or len(rest) < 3:
            return None
        try:
            return _from_week(year, week, day)
        except ValueError:
            return None
    if dashed:
        if len(rest) != 5 or rest[2] != '-':
            return None
        month, day = _digits(rest[:2]), _digits(rest[3:])
    else:
        if len(rest) != 4:
            return None
        month, day = _digits(rest[:2]), _digits(rest[2:])
    return None if month is None or day is None else (year, month, day)


def read_clock(text):
    # Hours, minutes, seconds and microseconds.
    parts = [0, 0, 0, 0]
    colons = text[2:3] == ':'
    at = 0
    for place in range(3):
        number = _digits(text[at:at + 2]) if len(text) >= at + 2 else None
        if number is None:
            return None
        parts[place] = number
        at += 2
        if at == len(text):
            return parts
        if place == 2:
            break
        if colons:
            if text[at] != ':':
                return None
            at += 1
        elif text[at] == ':':
            return None
    if text[at] not in '.,':
        return None
    fraction = text[at + 1:]
    if _digits(fraction) is None:
        return None
    parts[3] = int((fraction + '00000')[:6])
    return parts


def read_time(text):
    # The parts of a time and its zone.
    if not text.isascii():
        return None
    at = max(text.find('+'), text.find('-'))
    utc = at < 0 and text[-1:] == 'Z'
    parts = read_clock(text[:-1] if utc else text if at < 0 else text[:at])
    offset = None if at < 0 else read_clock(text[at + 1:])
    if parts is None or at >= 0 and offset is None:
        return None
    zone = UTC if utc else None
    if offset is not None:
        seconds = offset[0] * 3600 + offset[1] * 60 + offset[2]
        us = seconds and seconds * 1_000_000 + offset[3]
        zone = timezone(_delta(-us if text[at] == '-' else us))
    return (*parts, zone)


def date_length(text):
    # How many characters of a date and time are the date.
    if len(text) == 7:
        return 7
    if text[4:5] == '-':
        if text[5:6] == 'W':
            if text[8:9] == '-':
                return 8 if text[10:11].isdigit() else 10
            return 8
        return 10
    if text[4:5] == 'W':
        at = 7
        while text[at:at + 1].isdigit():
            at += 1
        if at < 9:
            return at
        return 7 if at % 2 == 0 else 8
    return 8
