"""Random expressions over builtin values. The same seed gives the same expressions.

An expression is made for a wanted type, now and then for another one: what is refused, and in which words, is compared as
well. Sets of strings are left out, whose order differs from run to run in CPython.
"""

import random

INTS = (
    "0", "1", "-1", "2", "3", "5", "7", "-7", "10", "16", "42", "63", "64", "100", "255", "256", "-256", "999", "1000", "1024",
    "12345", "65535", "-65536", "1000000", "123456789", "2**31", "2**32-1", "2**53", "2**53+1", "2**62", "-2**63",
    "2**63-1", "2**63", "2**64", "10**18", "10**19", "-10**25", "3**50", "10**40", "True", "False",
)
FLOATS = (
    "0.0", "-0.0", "0.1", "0.5", "1.0", "-1.0", "1.5", "2.5", "-2.5", "3.0", "1e-5", "0.0001", "1/3", "2/3", "3.14159", "1e15",
    "1e16", "1e17", "123456.789", "1e22", "1e23", "1e100", "1e308", "5e-324", "2.675", "0.3", "99.5", "1e-7", "-1e-10",
    "float('inf')", "float('-inf')", "float('nan')", "1234567.0", "9.995", "0.045", "1e6", "123456789012345678.0", "4.35",
)
STRINGS = (
    "''", "'a'", "'b'", "' '", "'abc'", "'Hello World'", "'hello'", "'ABC'", "'a,b,c'", "' a  b '", "'12'", "'-7'", "'3.5'", "'1e5'",
    "'ß'", "'é'", "'日本'", "'😀x'", "'a\\nb\\r\\nc'", "'\\t x'", "'x\\x00y'", "\"it's\"", "'\"'", "'aaa'", "'abcabc'", "'{}'", "'%s'",
    "'ǆ'", "'İ'", "'ΑΣ'", "'ﬁ'", "'0x1f'", "'1_000'", "'  42 '", "'nan'", "'\\u2028z'", "'o\\u0301'", "'a.b.c'", "'--x--'", "'Ab cD'",
    "'they\\'re bill\\'s'", "'\\x1c'", "'١٢'", "'²'", "'½'", "'_x1'", "'class'", "'x y'",
)
BYTES = (
    "b''", "b'a'", "b'abc'", "b'Hello World'", "b'a,b,c'", "b' x '", "b'\\x00\\xff'", "b'\\xc3\\xa9'", "b'aaa'", "b'12'", "b'\\n'",
    "b'a\\r\\nb'", "b'ABC def'", "b'\\x80abc'", "b\"it's\"",
)
OTHERS = ("None", "...", "[]", "{}", "()", "set()", "frozenset()", "range(3)")
ENCODINGS = ("'utf-8'", "'ascii'", "'latin-1'")
HANDLERS = ("'strict'", "'ignore'", "'replace'", "'backslashreplace'")


class Maker:
    """Makes expressions from one source of chance."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, options):
        return options[int(self.random.random() * len(options))]

    def chance(self, part):
        return self.random.random() < part

    def any(self, depth):
        return getattr(self, self.pick(KINDS))(depth)

    def of(self, kind, depth):
        """An expression of a type, seldom of another."""
        if self.chance(0.04):
            return self.pick(OTHERS) if self.chance(0.5) else self.any(depth)
        return getattr(self, kind)(depth)

    def small(self):
        return str(self.random.randint(-3, 8))

    def some(self, kind, depth, most=4):
        return [self.of(kind, depth) for _ in range(self.random.randint(0, most))]

    def optional(self, parts):
        """So many of the last arguments as chance has it."""
        return ", ".join(parts[:self.random.randint(0, len(parts))])

    # One method for each type.

    def int(self, depth):
        if depth <= 0 or self.chance(0.25):
            return self.pick(INTS)
        deeper = depth - 1
        choice = self.random.randint(0, 19)
        if choice <= 6:
            operator = self.pick(("+", "-", "*", "//", "%", "&", "|", "^", "<<", ">>", "**"))
            # Powers and shifts by much are about memory, not about values.
            if operator in ("<<", ">>", "**"):
                return f"(({self.pick(INTS)}) {operator} {self.small()})"
            if operator == "*":
                # Of a sequence it would be as long as memory.
                return f"(({self.int(0)}) * ({self.int(0)}))"
            return f"({self.of('int', deeper)} {operator} {self.of('int', deeper)})"
        if choice == 7:
            return f"{self.pick('-+~')}({self.of('int', deeper)})"
        if choice == 8:
            if self.chance(0.2):
                return f"hash({self.pick((self.int(0), self.float(0)))})"
            return f"{self.pick(('abs', 'int', 'round'))}({self.of('int', deeper)})"
        if choice == 9:
            return f"round({self.of(self.pick(('int', 'float')), deeper)}, {self.small()})"
        if choice == 10:
            return f"int({self.of('float', deeper)})"
        if choice == 11:
            return f"int({self.of('str', deeper)}{self.pick(('', ', 10', ', 16', ', 0', ', 2', ', 36', ', 1'))})"
        if choice == 12:
            return f"len({self.of(self.pick(('str', 'list', 'tuple', 'dict', 'set', 'bytes')), deeper)})"
        if choice == 13:
            return f"({self.of('str', deeper)}).{self.pick(('find', 'rfind', 'index', 'rindex', 'count'))}({self.bounds('str', deeper)})"
        if choice == 14:
            return f"({self.of('int', deeper)}).{self.pick(('bit_length()', 'bit_count()', 'conjugate()', 'real', 'imag', 'numerator', 'denominator'))}"
        if choice == 15:
            return f"int.from_bytes({self.of('bytes', deeper)}, {self.pick(('\"big\"', '\"little\"'))}{self.pick(('', ', signed=True'))})"
        if choice == 16:
            return f"pow({self.of('int', deeper)}, {self.small()}, {self.of('int', 0)})"
        if choice == 17:
            return f"{self.pick(('sum', 'max', 'min'))}({self.of('list', deeper)})"
        if choice == 18:
            return f"({self.of(self.pick(('list', 'tuple')), deeper)}).{self.pick(('index', 'count'))}({self.of('int', 0)})"
        return f"ord({self.of('str', 0)})"

    def float(self, depth):
        if depth <= 0 or self.chance(0.3):
            return self.pick(FLOATS)
        deeper = depth - 1
        choice = self.random.randint(0, 9)
        if choice <= 4:
            operator = self.pick(("+", "-", "*", "/", "//", "%", "**"))
            if operator in ("*", "**"):
                return f"(({self.float(0)}) {operator} ({self.pick((self.float(0), self.int(0)))}))"
            return f"({self.of('float', deeper)} {operator} {self.of(self.pick(('float', 'int')), deeper)})"
        if choice == 5:
            return f"({self.of('int', deeper)} / {self.of('int', deeper)})"
        if choice == 6:
            return f"float({self.of(self.pick(('str', 'int', 'float')), deeper)})"
        if choice == 7:
            return f"{self.pick(('abs', 'round', '-', '+'))}({self.of('float', deeper)})"
        if choice == 8:
            return f"round({self.of('float', deeper)}, {self.small()})"
        return f"sum({self.of('list', deeper)}, 0.0)"

    def bool(self, depth):
        deeper = max(depth - 1, 0)
        choice = self.random.randint(0, 8)
        if choice <= 2:
            kind = self.pick(KINDS)
            other = self.pick(KINDS) if self.chance(0.25) else kind
            operator = self.pick(("<", "<=", "==", "!=", ">", ">="))
            return f"({self.of(kind, deeper)} {operator} {self.of(other, deeper)})"
        if choice == 3:
            return f"({self.any(deeper)} {self.pick(('in', 'not in'))} {self.of(self.pick(('list', 'str', 'dict', 'set', 'tuple', 'bytes')), deeper)})"
        if choice == 4:
            return f"({self.pick(('bool', 'not ', 'callable'))}({self.any(deeper)}))"
        if choice == 5:
            return f"({self.of('str', deeper)}).{self.pick(TESTS)}()"
        if choice == 6:
            return f"({self.of('str', deeper)}).{self.pick(('startswith', 'endswith'))}({self.bounds('str', deeper)})"
        if choice == 7:
            return f"{self.pick(('all', 'any'))}({self.of(self.pick(('list', 'tuple', 'set')), deeper)})"
        return f"({self.of('float', deeper)}).is_integer()"

    def bounds(self, kind, depth):
        return ", ".join([self.of(kind, min(depth, 1)), *[self.small() for _ in range(self.random.randint(0, 2))]])

    def str(self, depth):
        if depth <= 0 or self.chance(0.25):
            return self.pick(STRINGS)
        deeper = depth - 1
        choice = self.random.randint(0, 21)
        text = self.of("str", deeper)
        if choice <= 3:
            return f"({text}).{self.pick(PLAIN)}()"
        if choice == 4:
            return f"({text} {self.pick('+%')} {self.of('str', deeper)})"
        if choice == 5:
            return f"({text} * {self.small()})"
        if choice == 6:
            return f"({text})[{self.index()}]"
        if choice == 7:
            return f"({text}).{self.pick(('center', 'ljust', 'rjust'))}({self.small()}{self.pick(('', ', \"*\"', ', \"é\"'))})"
        if choice == 8:
            return f"({text}).zfill({self.small()})"
        if choice == 9:
            return f"({text}).replace({self.of('str', 0)}, {self.of('str', 0)}{self.pick(('', ', 1', ', -1', ', 2'))})"
        if choice == 10:
            return f"({text}).{self.pick(('strip', 'lstrip', 'rstrip', 'removeprefix', 'removesuffix'))}({self.of('str', 0)})"
        if choice == 11:
            return f"({text}).join({self.of(self.pick(('strings', 'list', 'str')), deeper)})"
        if choice == 12:
            return f"({text}).expandtabs({self.optional([self.small()])})"
        if choice == 13:
            return f"({text}).translate(str.maketrans({self.of('str', 0)}, {self.of('str', 0)}{self.pick(('', ', \"a\"'))}))"
        if choice == 14:
            return f"{self.pick(('str', 'repr', 'ascii'))}({self.any(deeper)})"
        if choice == 15:
            return f"({self.of('bytes', deeper)}).decode({self.optional([self.pick(ENCODINGS), self.pick(HANDLERS)])})"
        if choice == 16:
            return f"{self.pick(('bin', 'oct', 'hex', 'chr'))}({self.of('int', deeper)})"
        if choice == 17:
            return f"format({self.any(deeper)}, {self.spec()!r})"
        if choice == 18:
            return self.fstring(deeper)
        if choice == 19:
            return self.percent(deeper)
        if choice == 20:
            return self.template(deeper)
        return f"({self.of('bytes', deeper)}).hex({self.optional([self.pick(('\":\"', '\"-\"')), self.small()])})"

    def index(self):
        if self.chance(0.4):
            return self.small()
        part = lambda: self.small() if self.chance(0.6) else ""  # noqa: E731
        return f"{part()}:{part()}" + (f":{self.pick(('1', '2', '-1', '-2', '3', '0'))}" if self.chance(0.4) else "")

    def spec(self):
        spec = ""
        if self.chance(0.5):
            spec += (self.pick("*_ 0x日<") if self.chance(0.4) else "") + self.pick("<>^=")
        if self.chance(0.3):
            spec += self.pick("+- ")
        if self.chance(0.08):
            spec += "z"
        if self.chance(0.15):
            spec += "#"
        if self.chance(0.15):
            spec += "0"
        if self.chance(0.6):
            spec += str(self.random.randint(1, 14))
        if self.chance(0.15):
            spec += self.pick(",_")
        if self.chance(0.35):
            spec += f".{self.random.randint(0, 8)}"
        if self.chance(0.7):
            spec += self.pick("bcdeEfFgGnosxX%")
        return spec

    def fitting(self, depth):
        """A value, and a format spec that is likely to be for it."""
        kind = self.pick(("int", "int", "float", "float", "str"))
        spec = self.spec()
        if self.chance(0.7):
            letters = {"int": "bdoxXc,n", "float": "eEfFgG%", "str": "s"}[kind]
            spec = spec.rstrip("bcdeEfFgGnosxX%") + (self.pick(letters) if self.chance(0.7) else "")
        return self.of(kind, depth), spec

    def fstring(self, depth):
        parts = []
        for _ in range(self.random.randint(1, 3)):
            value, spec = self.fitting(max(depth - 1, 0))
            conversion = self.pick(("", "", "", "!r", "!s", "!a"))
            width = self.pick(("", "", "", "{4}"))
            # What `=` shows of an escape, or after a `#`, is not the source's text in CPython.
            shown = "" if "\\" in value or "#" in value else self.pick(("", "", "="))
            parts.append(f"{{({value}){shown}{conversion}:{spec if conversion == '' else width}}}")
            parts.append(self.pick(("", " ", "x", "{{", "}}")))
        return 'f"""' + "".join(parts) + '"""'

    def percent(self, depth):
        parts, values = [], []
        for _ in range(self.random.randint(1, 3)):
            flags = "".join(flag for flag in "-+ #0" if self.chance(0.15))
            width = str(self.random.randint(1, 9)) if self.chance(0.4) else ""
            precision = f".{self.random.randint(0, 5)}" if self.chance(0.3) else ""
            letter = self.pick("diouxXeEfFgGcrsa%")
            parts.append(f"%{flags}{width}{precision}{letter}")
            if letter != "%" or self.chance(0.1):
                kind = "int" if letter in "diouxXc" else "float" if letter in "eEfFgG" else self.pick(("str", "list"))
                values.append(self.of(kind, max(depth - 1, 0)))
        return f"({'|'.join(parts)!r} % ({', '.join(values)}{',' if values else ''}))"

    def template(self, depth):
        parts, values = [], []
        for number in range(self.random.randint(1, 3)):
            value, spec = self.fitting(max(depth - 1, 0))
            values.append(value)
            field = self.pick(("", "", str(number), "0"))
            parts.append(f"{{{field}{self.pick(('', '!r', '!s', '!a', ''))}{':' + spec if self.chance(0.7) else ''}}}")
        return f"({'|'.join(parts)!r}.format({', '.join(values)}))"

    def bytes(self, depth):
        if depth <= 0 or self.chance(0.35):
            return self.pick(BYTES)
        deeper = depth - 1
        data = self.of("bytes", deeper)
        choice = self.random.randint(0, 9)
        if choice == 0:
            return f"({data} + {self.of('bytes', deeper)})"
        if choice == 1:
            return f"({data} * {self.small()})"
        if choice == 2:
            return f"({data})[{self.index()}]"
        if choice == 3:
            return f"({self.of('str', deeper)}).encode({self.optional([self.pick(ENCODINGS), self.pick(HANDLERS)])})"
        if choice == 4:
            return f"({data}).{self.pick(('upper', 'lower', 'title', 'capitalize', 'swapcase', 'strip', 'lstrip', 'rstrip', 'split', 'splitlines'))}()"
        if choice == 5:
            return f"({data}).{self.pick(('split', 'rsplit', 'partition', 'rpartition', 'find', 'rfind', 'count', 'startswith', 'endswith', 'removeprefix', 'index'))}({self.of('bytes', 0)})"
        if choice == 6:
            return f"({data}).replace({self.of('bytes', 0)}, {self.of('bytes', 0)})"
        if choice == 7:
            return f"bytes({self.pick((self.ints(0), self.small(), self.of('bytes', deeper)))})"
        if choice == 8:
            return f"({self.of('int', 0)}).to_bytes({self.random.randint(0, 9)}, {self.pick(('\"big\"', '\"little\"'))}{self.pick(('', ', signed=True'))})"
        return f"({data}).{self.pick(('center', 'ljust', 'rjust', 'zfill'))}({self.small()})"

    def ints(self, depth):
        return f"[{', '.join(self.int(0) for _ in range(self.random.randint(0, 4)))}]"

    def strings(self, depth):
        return f"[{', '.join(self.some('str', min(depth, 1)))}]"

    def list(self, depth):
        if depth <= 0 or self.chance(0.3):
            kind = self.pick(("int", "float", "str", "int"))
            return f"[{', '.join(self.some(kind, 0))}]"
        deeper = depth - 1
        choice = self.random.randint(0, 14)
        if choice == 0:
            return f"({self.of('list', deeper)} + {self.of('list', deeper)})"
        if choice == 1:
            return f"({self.of('list', deeper)} * {self.small()})"
        if choice == 2:
            return f"({self.of('list', deeper)})[{self.index()}]"
        if choice == 3:
            return f"sorted({self.of(self.pick(('list', 'tuple', 'str')), deeper)}{self.pick(('', ', reverse=True', ', key=str', ', key=len', ', key=repr'))})"
        if choice == 4:
            return f"list({self.of(self.pick(('tuple', 'str', 'dict', 'bytes', 'list')), deeper)})"
        if choice == 5:
            return f"list({self.pick(('reversed', 'enumerate', 'set', 'dict.fromkeys'))}({self.of('list', deeper)}))".replace("list(set(", "sorted(set(")
        if choice == 6:
            return f"({self.of('str', deeper)}).{self.pick(('split', 'rsplit', 'splitlines'))}({self.optional([self.of('str', 0), self.small()])})"
        if choice == 7:
            return f"list(range({', '.join(self.small() for _ in range(self.random.randint(1, 3)))}))"
        if choice == 8:
            return f"list(zip({self.of('list', deeper)}, {self.of('str', deeper)}{self.pick(('', ', strict=True'))}))"
        if choice == 9:
            return f"list(map({self.pick(('str', 'repr', 'len', 'int', 'float', 'abs', 'bool'))}, {self.of('list', deeper)}))"
        if choice == 10:
            return f"[{self.pick(('x', 'x * 2', '(x, i)', 'x or i', 'str(x)'))} for i, x in enumerate({self.of('list', deeper)}){self.pick(('', ' if x', ' if i % 2'))}]"
        if choice == 11:
            return f"done({self.of('list', deeper)}, 'append', {self.any(0)})"
        if choice == 12:
            method = self.pick(("pop", "insert", "remove", "extend", "sort", "reverse", "clear", "copy", "index", "count"))
            return f"done({self.of('list', deeper)}, {method!r}, {self.optional([self.small(), self.any(0)])})".replace(", )", ")")
        if choice == 13:
            return f"[*{self.of(self.pick(('list', 'tuple', 'str', 'dict')), deeper)}, {self.any(0)}]"
        return f"stored({self.of('list', deeper)}, {self.key()}, {self.of(self.pick(('list', 'int')), 0)})"

    def key(self):
        if self.chance(0.5):
            return self.small()
        return f"slice({self.pick(('None', self.small()))}, {self.pick(('None', self.small()))}, {self.pick(('None', '2', '-1', '1'))})"

    def tuple(self, depth):
        if depth <= 0 or self.chance(0.4):
            items = self.some(self.pick(("int", "str", "float")), 0)
            return f"({', '.join(items)}{',' if len(items) == 1 else ''})"
        deeper = depth - 1
        choice = self.random.randint(0, 5)
        if choice == 0:
            return f"({self.of('tuple', deeper)} + {self.of('tuple', deeper)})"
        if choice == 1:
            return f"({self.of('tuple', deeper)} * {self.small()})"
        if choice == 2:
            return f"({self.of('tuple', deeper)})[{self.index()}]"
        if choice == 3:
            return f"tuple({self.of(self.pick(('list', 'str', 'dict', 'bytes')), deeper)})"
        if choice == 4:
            return f"({self.of('str', deeper)}).{self.pick(('partition', 'rpartition'))}({self.of('str', 0)})"
        return f"divmod({self.of(self.pick(('int', 'float')), deeper)}, {self.of(self.pick(('int', 'float')), deeper)})"

    def dict(self, depth):
        if depth <= 0 or self.chance(0.4):
            kind = self.pick(("str", "int", "float", "tuple"))
            pairs = [f"{self.of(kind, 0)}: {self.any(0)}" for _ in range(self.random.randint(0, 4))]
            return f"{{{', '.join(pairs)}}}"
        deeper = depth - 1
        choice = self.random.randint(0, 7)
        if choice == 0:
            return f"({self.of('dict', deeper)} | {self.of('dict', deeper)})"
        if choice == 1:
            return f"dict(zip({self.of('list', deeper)}, {self.of('list', deeper)}))"
        if choice == 2:
            return f"dict.fromkeys({self.of(self.pick(('list', 'str', 'tuple')), deeper)}, {self.any(0)})"
        if choice == 3:
            method = self.pick(("get", "pop", "setdefault", "popitem", "update", "copy", "clear", "keys", "values", "items"))
            return f"done({self.of('dict', deeper)}, {method!r}, {self.optional([self.any(0), self.any(0)])})".replace(", )", ")")
        if choice == 4:
            return f"{{**{self.of('dict', deeper)}, {self.of('str', 0)}: {self.any(0)}}}"
        if choice == 5:
            return f"{{k: v for k, v in ({self.of('dict', deeper)}).items(){self.pick(('', ' if v', ' if k'))}}}"
        if choice == 6:
            return f"({self.of('dict', deeper)})[{self.any(0)}]"
        return f"stored({self.of('dict', deeper)}, {self.any(0)}, {self.any(0)})"

    def set(self, depth):
        if depth <= 0 or self.chance(0.4):
            return f"{self.pick(('set', 'frozenset'))}({self.ints(0)})"
        deeper = depth - 1
        choice = self.random.randint(0, 3)
        if choice <= 1:
            return f"({self.of('set', deeper)} {self.pick('|&-^')} {self.of('set', deeper)})"
        if choice == 2:
            method = self.pick(("union", "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint"))
            return f"({self.of('set', deeper)}).{method}({self.ints(0)})"
        method = self.pick(("add", "remove", "discard", "update", "clear", "copy", "intersection_update", "difference_update"))
        argument = self.ints(0) if "update" in method else self.of("int", 0)
        return f"done({self.of('set', deeper)}, {method!r}, {argument if method not in ('clear', 'copy') else ''})".replace(", )", ")")


KINDS = ("int", "int", "float", "float", "bool", "str", "str", "str", "bytes", "list", "list", "tuple", "dict", "set")
PLAIN = (
    "upper", "lower", "title", "capitalize", "swapcase", "casefold", "strip", "lstrip", "rstrip", "split", "splitlines",
    "expandtabs", "encode",
)
TESTS = (
    "isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "istitle", "isupper", "islower", "isidentifier",
    "isprintable", "isascii",
)

HEAD = '''\
def done(value, name, *args):
    result = getattr(value, name)(*args)
    return result, value


def stored(value, key, item):
    value[key] = item
    return value


def shown(value):
    kind = type(value)
    if kind in (set, frozenset):
        return f"{kind.__name__}{sorted(map(shown, value))}"
    if kind in (tuple, list):
        return f"{kind.__name__}({', '.join(map(shown, value))})"
    if kind is dict:
        return f"dict({', '.join(f'{shown(key)}: {shown(item)}' for key, item in value.items())})"
    return repr(value)


def show(number, case):
    try:
        text = shown(case())
    except Exception as error:
        text = f"{type(error).__name__}: {error}"
    print(number, text if len(text) < 2000 else f"{text[:500]}... {len(text)}")


'''


def expressions(seed, count):
    maker = Maker(seed)
    return [maker.any(3) for _ in range(count)]


def program(cases):
    """A program that shows the values of expressions, each on a line that begins with its number."""
    return HEAD + "".join(f"show({number}, lambda: {case})\n" for number, case in enumerate(cases))
