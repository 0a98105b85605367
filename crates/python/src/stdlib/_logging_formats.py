# The formats of logging: three styles, and what lays out a record by them.

import time as _time
from logging import BASIC_FORMAT, _format_exception

__name__ = 'logging'

_CONVERSIONS = 'diouxefgcrsaXEFG%'


def _has_field(fmt):
    # Whether there is a `%(name)d` or its like.
    at = fmt.find('%(')
    while at >= 0:
        end = fmt.find(')', at)
        if end < 0:
            return False
        if end > at + 2 and fmt[at + 2:end].replace('_', 'a').isalnum():
            rest = fmt[end + 1:].lstrip('#0+ -0123456789.*')
            if rest[:1] and rest[0] in _CONVERSIONS:
                return True
        at = fmt.find('%(', at + 1)
    return False


class PercentStyle:
    default_format = '%(message)s'
    asctime_format = '%(asctime)s'
    asctime_search = '%(asctime)'

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return self._fmt.find(self.asctime_search) >= 0

    def validate(self):
        if not _has_field(self._fmt):
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def _format(self, record):
        return self._fmt % {**(self._defaults or {}), **record.__dict__}

    def format(self, record):
        try:
            return self._format(record)
        except KeyError as e:
            raise ValueError(f'Formatting field not found in record: {e}')


class StrFormatStyle(PercentStyle):
    default_format = '{message}'
    asctime_format = '{asctime}'
    asctime_search = '{asctime'

    def _format(self, record):
        return self._fmt.format(**{**(self._defaults or {}), **record.__dict__})

    def validate(self):
        text = self._fmt.replace('{{', '').replace('}}', '')
        if '}' in text and '{' not in text:
            raise ValueError("invalid format: Single '}' encountered in format string")
        if text.count('{') > text.count('}'):
            raise ValueError("invalid format: expected '}' before end of string")
        if '{' not in text:
            raise ValueError('invalid format: no fields')


class StringTemplateStyle(PercentStyle):
    default_format = '${message}'
    asctime_format = '${asctime}'
    asctime_search = '${asctime}'

    def usesTime(self):
        return '$asctime' in self._fmt or self.asctime_search in self._fmt

    def validate(self):
        if '$' not in self._fmt.replace('$$', ''):
            raise ValueError('invalid format: no fields')

    def _format(self, record):
        from string import Template
        return Template(self._fmt).substitute(**{**(self._defaults or {}), **record.__dict__})


_STYLES = {
    '%': (PercentStyle, BASIC_FORMAT),
    '{': (StrFormatStyle, '{levelname}:{name}:{message}'),
    '$': (StringTemplateStyle, '${levelname}:${name}:${message}'),
}


def _check_style(style):
    if style not in _STYLES:
        raise ValueError(f'Style must be one of: {",".join(_STYLES)}')


class Formatter:
    converter = _time.localtime
    default_time_format = '%Y-%m-%d %H:%M:%S'
    default_msec_format = '%s,%03d'

    def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
        _check_style(style)
        self._style = _STYLES[style][0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        moment = self.converter(record.created)
        if datefmt:
            return _time.strftime(datefmt, moment)
        text = _time.strftime(self.default_time_format, moment)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        return _format_exception(ei[1]).removesuffix('\n')

    def usesTime(self):
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        for more in (record.exc_text, self.formatStack(record.stack_info) if record.stack_info else None):
            if more:
                text += more if text[-1:] == '\n' else '\n' + more
        return text


_defaultFormatter = Formatter()


class BufferingFormatter:
    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _defaultFormatter

    def formatHeader(self, records):
        return ''

    def formatFooter(self, records):
        return ''

    def format(self, records):
        if not records:
            return ''
        return self.formatHeader(records) + ''.join(map(self.linefmt.format, records)) + self.formatFooter(records)
