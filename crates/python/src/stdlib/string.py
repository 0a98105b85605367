whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


class Template:
    delimiter = '$'
    idpattern = None

    def __init__(self, template):
        self.template = template

    def _identifier(self, at):
        # Where the identifier that begins there ends.
        text = self.template
        if self.idpattern is not None:
            import re
            match = re.compile(self.idpattern, re.IGNORECASE).match(text, at)
            return match.end() if match else at
        if at < len(text) and (text[at] == '_' or text[at] in ascii_letters):
            while at < len(text) and (text[at] == '_' or text[at] in ascii_letters or text[at] in digits):
                at += 1
        return at

    def _parts(self):
        # Pairs of what is written and the name in it: '' for the delimiter itself, None for plain text.
        text, mark = self.template, self.delimiter
        at = 0
        while True:
            found = text.find(mark, at)
            if found < 0:
                yield text[at:], None
                return
            yield text[at:found], None
            at = found + len(mark)
            if text.startswith(mark, at):
                at += len(mark)
                yield text[found:at], ''
                continue
            braced = text.startswith('{', at)
            first = at + braced
            end = self._identifier(first)
            if end > first and (not braced or text.startswith('}', end)):
                at = end + braced
                yield text[found:at], text[first:end]
            else:
                yield text[found:at], at

    def _invalid(self, at):
        lines = self.template[:at].splitlines(keepends=True)
        column = at - len(''.join(lines[:-1])) if lines else 1
        raise ValueError(f'Invalid placeholder in string: line {len(lines) or 1}, col {column}')

    def substitute(self, mapping={}, /, **kws):
        result = []
        for text, name in self._parts():
            if name == '':
                text = self.delimiter
            elif isinstance(name, int):
                self._invalid(name)
            elif name is not None:
                text = str(kws[name] if name in kws else mapping[name])
            result.append(text)
        return ''.join(result)

    def safe_substitute(self, mapping={}, /, **kws):
        result = []
        for text, name in self._parts():
            if name == '':
                text = self.delimiter
            elif isinstance(name, str):
                if name in kws:
                    text = str(kws[name])
                else:
                    try:
                        text = str(mapping[name])
                    except KeyError:
                        pass
            result.append(text)
        return ''.join(result)

    def is_valid(self):
        return not any(isinstance(name, int) for _, name in self._parts())

    def get_identifiers(self):
        return list(dict.fromkeys([name for _, name in self._parts() if isinstance(name, str) and name]))


def _split_field(name):
    # The first part of a field's name, and the attributes and items that follow: (is attribute, key).
    end = 0
    while end < len(name) and name[end] not in '.[':
        end += 1
    first, rest = name[:end], []
    while end < len(name):
        if name[end] == '.':
            start = end = end + 1
            while end < len(name) and name[end] not in '.[':
                end += 1
            if start == end:
                raise ValueError('Empty attribute in format string')
            rest.append((True, name[start:end]))
        elif name[end] == '[':
            close = name.find(']', end)
            if close < 0:
                raise ValueError("Missing ']' in format string")
            key = name[end + 1:close]
            if not key:
                raise ValueError('Empty attribute in format string')
            rest.append((False, int(key) if key.isdigit() else key))
            end = close + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return int(first) if first.isdigit() else first, rest


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field is None:
                continue
            if field == '' or field.isdigit():
                if auto_arg_index if field else auto_arg_index is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                if field:
                    auto_arg_index = False
                else:
                    field = str(auto_arg_index)
                    auto_arg_index += 1
            obj, used = self.get_field(field, args, kwargs)
            used_args.add(used)
            obj = self.convert_field(obj, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(obj, spec))
        return ''.join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        text, at = format_string, 0
        literal = []
        while at < len(text):
            c = text[at]
            if c in '{}':
                if text.startswith(c, at + 1):
                    literal.append(c)
                    yield ''.join(literal), None, None, None
                    literal.clear()
                    at += 2
                    continue
                if c == '}':
                    raise ValueError("Single '}' encountered in format string")
                if at + 1 == len(text):
                    raise ValueError("Single '{' encountered in format string")
                depth, end = 1, at + 1
                while end < len(text):
                    depth += (text[end] == '{') - (text[end] == '}')
                    if not depth:
                        break
                    end += 1
                else:
                    raise ValueError("expected '}' before end of string")
                yield ''.join(literal), *_field_parts(text[at + 1:end])
                literal.clear()
                at = end + 1
                continue
            literal.append(c)
            at += 1
        if literal:
            yield ''.join(literal), None, None, None

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_field(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            obj = getattr(obj, key) if is_attribute else obj[key]
        return obj, first


def _field_parts(field):
    # Name, specification and conversion of what stands between braces.
    depth = 0
    for at, c in enumerate(field):
        depth += (c == '[') - (c == ']')
        if depth <= 0 and c in '!:':
            break
    else:
        return field, '', None
    name = field[:at]
    if c == ':':
        return name, field[at + 1:], None
    conversion, rest = field[at + 1:at + 2], field[at + 2:]
    if not conversion:
        raise ValueError("end of string while looking for conversion specifier")
    if rest and rest[0] != ':':
        raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion
