"""Prints vectors.txt: what CPython 3.13 gives for the functions of this module.

    TZ=UTC python3.13 record.py > vectors.txt

A line is a name, its arguments, `=` and the result, or `!`, an exception's class and its message; tabs
between them. Backslash, tab, line ends, `|` and what is not printable are escaped as in Rust (`\\u{a0}`); a list's
items end with `|`; a float is the 16 hexadecimal digits of its bits; None is `\\N`.
"""

import calendar
import decimal
import math
import random
import struct
import sys
import time

from _suggestions import _generate_suggestions

R = random.Random(20240101)
LETTERS = "aAbBzZ059 \t\n_-+.,'\"\\%{}:xéßŉǆǅΣςσİıﬁÀ²½٣一\u0300\u200b\xa0\x85\u2028\x1c\x00\x7f\xad😀𐐀ა\u3000\r"


class Float:
    """A float, to be shown by its bits."""

    def __init__(self, value):
        self.value = value


def escape(text):
    out = []
    for c in text:
        if c in "\\|":
            out.append("\\" + c)
        elif c.isprintable():
            out.append(c)
        else:
            out.append(f"\\u{{{ord(c):x}}}")
    return "".join(out)


def field(value):
    if value is None:
        return "\\N"
    if isinstance(value, float):
        return "nan" if value != value else struct.pack(">d", value).hex()
    if isinstance(value, (list, tuple)):
        return "".join(field(item) + "|" for item in value)
    if isinstance(value, bytes):
        return value.hex()
    return escape(value if isinstance(value, str) else str(value))


def case(name, *args, run):
    try:
        result = ["=", field(run(*args))]
    except Exception as error:
        message = str(error.args) if isinstance(error, OverflowError) and len(error.args) == 2 else str(error)
        result = ["!", type(error).__name__, escape(message)]
    print("\t".join([name, *map(field, args), *result]))


def text(most=8):
    letters = R.choice([LETTERS, "abAB01 \n"])
    return "".join(R.choice(letters) for _ in range(R.randint(0, most)))


def number(bits=150):
    return R.choice([R.randint(-30, 30), R.getrandbits(R.randint(1, bits)) * R.choice([1, -1])])


def real():
    return R.choice(
        [
            struct.unpack("<d", R.randbytes(8))[0],
            R.randint(-9999, 9999) / R.choice([1, 2, 8, 10, 1000]),
            2.0 ** R.randint(-1074, 1023),
            R.choice([0.0, -0.0, 1e16, 9999999999999998.0, 1e-4, 9.999e-5, math.inf, -math.inf, math.nan, 0.1]),
            float(R.randint(1, 10**17)) * 10.0 ** R.randint(-30, 30),
        ]
    )


def bound():
    return R.choice([None, None, 0, 1, 2, -1, -3, R.randint(-12, 12), 2**63 - 1, -(2**63) + 1])


def spec(types):
    parts = [
        (0.4, lambda: R.choice(["", "*", "0", "é", "{"]) + R.choice("<>^=")),
        (0.3, lambda: R.choice("+- ")),
        (0.1, lambda: "z"),
        (0.2, lambda: "#"),
        (0.2, lambda: "0"),
        (0.5, lambda: str(R.randint(0, 20))),
        (0.2, lambda: R.choice([",", "_", ",", "_", ",_"])),
        (0.4, lambda: "." + R.choice(["0", "1", "3", "6", "20", ""])),
        (0.8, lambda: R.choice(types)),
    ]
    return "".join(make() for chance, make in parts if R.random() < chance)


def floats():
    for _ in range(25):
        x, y = real(), real()
        case("float_repr", x, run=repr)
        case("float_hex", x, run=float.hex)
        case("float_parse", repr(x), run=float)
        case("float_round", x, R.choice([0, 1, 2, -1, R.randint(-320, 330)]), run=round)
        case("float_round_int", x, run=round)
        case("float_int", x, run=int)
        case("float_hash", x, run=lambda x: None if x != x else hash(x))
        case("float_ratio", x, run=lambda x: x.as_integer_ratio())
        case("float_is_integer", x, run=float.is_integer)
        case("float_div", x, y, run=lambda x, y: x / y)
        case("float_floor_div", x, y, run=lambda x, y: x // y)
        case("float_mod", x, y, run=lambda x, y: x % y)
        case("float_divmod", x, y, run=divmod)
        z = R.choice([2.0, -1.0, 0.0, 0.5, 3.0, -2.0, y])
        if not (x < 0 and z % 1):
            case("float_pow", x, z, run=lambda x, y: x**y)
        n = R.choice([number(), int(x) if math.isfinite(x) else 0])
        case("compare", n, x, run=lambda n, x: None if x != x else (n > x) - (n < x))
    for t in (
        "inf -Infinity nan infinit 1. .5 . + 1e5 1e 1e+5 1_0 1__0 _1 1_ 1_.0 1e1_0 1e_1 0x10 1f ١٢ ３.５ 1e400 1e-400 é"
    ).split() + ["", " 1\n", "\u3000 1\xa0", "1 2", "\x1c1", "1\x00", "it's", "0" * 300 + "1", "9" * 320]:
        case("float_parse", t, run=float)
    # Halfway between two shortest texts: the even one is right.
    for x in (2.0**-25, 2.0**50 + 0.25, 224812857989.265625, 20990491.8681640625, 3332607368758.03125, 2.0**-44, 5e-324):
        case("float_repr", x, run=repr)
        case("format_float", -x, "#", run=format)
    for x in (0.5, 1.5, 2.5, 0.125, 2.675, 1e23, 5e15, 25.0, 15.0, 1.7976931348623157e308):
        for n in (0, 1, 2, -1, -308):
            case("float_round", x, n, run=round)


def ints():
    for _ in range(25):
        a, b, m = number(), number(), number(90)
        case("int_hash", a, run=hash)
        case("int_str", a, run=str)
        for radix, show in ((2, bin), (8, oct), (16, hex)):
            case("int_radix", a, radix, run=lambda a, _: show(a))
        case("int_add", a, b, run=lambda a, b: a + b)
        case("int_sub", a, b, run=lambda a, b: a - b)
        case("int_mul", a, b, run=lambda a, b: a * b)
        case("int_floor_div", a, b, run=lambda a, b: a // b)
        case("int_mod", a, b, run=lambda a, b: a % b)
        case("int_divmod", a, b, run=divmod)
        case("int_true_div", a, b, run=lambda a, b: a / b)
        big, other = R.getrandbits(R.randint(900, 1200)), R.getrandbits(R.randint(1, 200)) + 1
        case("int_true_div", big, other, run=lambda a, b: a / b)
        case("int_true_div", other, big, run=lambda a, b: a / b)
        case("int_float", R.getrandbits(R.choice([54, 64, 80, 1023, 1024, 1025])), run=float)
        case("int_pow", a, R.randint(-5, 20), run=lambda a, b: a**b)
        case("int_pow_mod", a, b, m, run=pow)
        shift = R.randint(-1, 130)
        case("int_shl", a, shift, run=lambda a, b: a << b)
        case("int_shr", a, shift, run=lambda a, b: a >> b)
        case("int_and", a, b, run=lambda a, b: a & b)
        case("int_or", a, b, run=lambda a, b: a | b)
        case("int_xor", a, b, run=lambda a, b: a ^ b)
        case("int_invert", a, run=lambda a: ~a)
        case("int_neg", a, run=lambda a: -a)
        case("int_abs", a, run=abs)
        case("int_bit_length", a, run=int.bit_length)
        case("int_bit_count", a, run=int.bit_count)
        case("int_round", a, R.randint(-30, 2), run=round)
        case("int_isqrt", a, run=math.isqrt)
        case("int_gcd", a, b, run=math.gcd)
    for edge in (2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**61 - 1, -(2**61 - 1), 2**61 - 2, 0, -1):
        for f, name in ((hash, "int_hash"), (str, "int_str"), (abs, "int_abs"), (float, "int_float")):
            case(name, edge, run=f)
        case("int_neg", edge, run=lambda a: -a)
        case("int_floor_div", edge, -1, run=lambda a, b: a // b)
        case("int_mul", edge, -1, run=lambda a, b: a * b)
        case("int_round", edge, -18, run=round)
    literals = (
        "|-|+|0x|0x_1|0x1_|_1|1_|1__0|00|0_0|01|0X1F|0b2|-0x1f|+ 1| 12 |12 3|１２|½|z|1e5|it's|0b1010|0o17|\x1c1|é|x1|9"
    ).split("|")
    for literal in literals:
        for base in (0, 2, 10, 16, 36):
            case("int_parse", literal, base, run=int)
    for literal, base in (("1", 1), ("1", 37), ("1", -1), ("a" * 300, 10), ("9" * 4301, 10), ("9" * 4301 + "x", 10)):
        case("int_parse", literal, base, run=int)


def formats():
    for _ in range(120):
        case("format_str", text(5), spec("ssssd"), run=format)
        n = number(80)
        kind = spec("bdddoxXneEfFgGs%")
        case("format_int", n, kind, run=format)
        case("format_float", real(), spec("eEfFgGn%fffds"), run=format)
    for kind in "é,ab,=5,+, ,#,z,.,.d,99999999999999999999,.99999999999999999999f,.3000000000f,\x01,q".split(",") + [
        ",s", "_s", ",é", "_x", ",x", "_,", ",_", ",,", "c", "+c", "#c", ".3d", "zd", ",c", "_n", "08_", "015,f",
    ]:  # fmt: skip
        case("format_str", "a", kind, run=format)
        case("format_int", 65, kind, run=format)
        case("format_float", math.inf, kind, run=format)
    case("format_int", -1, "c", run=format)
    case("format_int", 2**70, "c", run=format)
    case("format_int", 10**400, "f", run=format)
    for _ in range(160):
        flags = "".join(R.choice("-+ #0") for _ in range(R.randint(0, 2)))
        width, precision = R.choice(["", "5", "12", "20"]), R.choice(["", ".", ".0", ".1", ".3", ".8"])
        kind = R.choice("diuoxXeEfFgGcs%q")
        template = "é%" + flags + width + precision + R.choice(["", "", "", "h", "l"]) + kind
        if kind in "eEfFgG":
            case("percent_float", template, real(), run=lambda t, v: t % v)
        elif kind == "s":
            case("percent_str", template, text(5), run=lambda t, v: t % v)
        elif kind in "c":
            case("percent_int", template, R.randint(1, 0x2FF), run=lambda t, v: t % v)
        elif template.endswith("%%"):
            case("percent_none", template, run=lambda t: t % ())
        else:
            case("percent_int", template, number(80), run=lambda t, v: t % v)
    for template in ("%", "%5", "%(a", "%(a)d", "%5%", "%.99999999999d", "%99999999999999999999d", "%é", "a%%b", "%d"):
        case("percent_none", template, run=lambda t: t % ())
    for template in ("%(a)s", "%((a))s", "%(a", "%(a)", "%()s", "%(a)5.1s|%(b)s", "%(a)s%%"):
        case("percent_keys", template, run=lambda t: t % Keys())


class Keys(dict):
    """Has every key: its value is the key."""

    def __missing__(self, key):
        return key


class Path:
    """Shows how it was reached."""

    def __init__(self, shown):
        self.shown = shown

    def __getattr__(self, name):
        return Path(f"{self.shown}.{name}")

    def __getitem__(self, key):
        return Path(f"{self.shown}[#{key}]" if isinstance(key, int) else f"{self.shown}[{key}]")

    def __format__(self, spec):
        return format(self.shown, spec)

    def __str__(self):
        return self.shown

    def __repr__(self):
        return repr(self.shown)


def templates():
    fixed = (
        "{~}~{0~{0!~{0!r~{0!x}~{0!rr}~{0!}~{0.}~{0[}~{0[]}~{0[a}~{0[a]b}~{1{b}}~{0:{~{0:}}~{0:{0:{0}}}~{}{0}~{0}{}~{9}~"
        "{99999999999999999999}~{0[99999999999999999999]}~{!r}~{:5}~{0:{}}~{.a}~{[0]}~{0!r:}~{0!r }~{0]~{0:{1~}}{{~{0}}~"
        "{0:}{~{0:{1}~{0.a.}~{0..a}~{0[0][1}~{0[0]]}~{0!é}~{0!\x01}~{{}~{}}~{1.b c}~{0[!]}~{0[:]}~{0[{]}~{0[}]}~{:{}{}}~"
        "{0:{1!r}}~{٠}~{0[٣]}~{0[0x]}~{0.a[b].c!r:>20}~{:{{}}}~{0!}}~{0[a[b]}~{[}~{]}~a{{b}}c{}d~{:>{}}"
    ).split("~")
    pieces = ["{", "}", "{}", "{0}", "{1}", ":", "!r", ".b", "[0]", "[k]", "]", "{:>5}", "{0!r:*^9}", "é", "{{", "}}"]
    for template in fixed + ["".join(R.choice(pieces) for _ in range(R.randint(1, 6))) for _ in range(60)]:
        case("template", template, run=lambda t: t.format(*map(Path, ["x", "5", "é\n"])))


def strings():
    plain = "lower upper casefold capitalize title swapcase islower isupper istitle isalnum isalpha isdecimal isdigit"
    for _ in range(25):
        t, part = text(12), text(3)
        for name in (plain + " isnumeric isspace isprintable isidentifier").split():
            case(name, t, run=getattr(str, name))
        case("repr", t, run=repr)
        case("ascii", t, run=ascii)
        case("bytes_repr", R.randbytes(R.randint(0, 6)) + R.choice([b"'", b'"', b"'\""]), run=repr)
        fill = R.choice(["*", "é", " ", "", "ab"])
        for name in ("center", "ljust", "rjust"):
            case(name, t, R.randint(-2, 20), fill, run=getattr(str, name))
        case("zfill", R.choice([t, "-1", "+", "--3"]), R.randint(-2, 15), run=str.zfill)
        case("expandtabs", t, R.randint(-1, 9), run=str.expandtabs)
        case("replace", t, R.choice([part, t[:1], ""]), text(2), R.randint(-1, 3), run=str.replace)
        part = R.choice([part, t[1:3], t[-1:], ""])
        for name in ("find", "rfind", "index", "rindex", "count", "startswith", "endswith"):
            case(name, t, part, bound(), bound(), run=getattr(str, name))
        case("getitem", t, R.randint(-13, 13), run=lambda t, i: t[i])
        case("slice", t, bound(), bound(), bound(), run=lambda t, i, j, k: t[i:j:k])
        case("indices", len(t), bound(), bound(), bound(), run=lambda n, *s: slice(*s).indices(n))
        separator = R.choice([None, None, part, " "])
        for name in ("split", "rsplit"):
            case(name, t, separator, R.randint(-1, 3), run=getattr(str, name))
        case("splitlines", t, R.choice([True, False]), run=str.splitlines)
        case("partition", t, part, run=str.partition)
        case("rpartition", t, part, run=str.rpartition)
        letters = R.choice([None, part, "ab "])
        for name in ("strip", "lstrip", "rstrip"):
            case(name, t, letters, run=getattr(str, name))
        case("removeprefix", t, t[: R.randint(0, 2)], run=str.removeprefix)
        case("removesuffix", t, t[R.randint(0, 12) :], run=str.removesuffix)
        words = ["".join(R.choice("abcdABxé_") for _ in range(R.randint(1, 7))) for _ in range(8)]
        wrong = R.choice(words) + R.choice(["", "a", "B", "xx"])
        case("suggest", wrong[R.randint(0, 1) :], words, run=lambda wrong, words: _generate_suggestions(words, wrong))
    for word in ("ΑΣ", "ΑΣ Α", "ΑΣΑ", "Σ", "ΑΣ.", "ᾳ", "ᏸꭰ", "ẞ", "ΐ", "ﬃ x", "ǆ ǅ", "აბ", "x'y's"):
        for name in plain.split()[:9]:
            case(name, word, run=getattr(str, name))


def functions():
    def exactly(compute):
        with decimal.localcontext(prec=60):
            return float(compute())

    for _ in range(60):
        x = abs(R.choice([R.uniform(0, 700), R.randint(1, 700) / 100, R.random()])) + 1e-9
        case("accurate_exp", x, run=lambda x: exactly(decimal.Decimal(x).exp))
        case("accurate_exp", -x, run=lambda x: exactly(decimal.Decimal(x).exp))
        x = R.choice([x, 1 + x / 2**20, x * 1e300, x * 5e-310, 2.0 ** R.randint(-1070, 1020)])
        case("accurate_ln", x, run=lambda x: exactly(decimal.Decimal(x).ln))
        x, y = R.randint(1, 9999) / R.choice([8, 100, 1000]), R.randint(-999, 999) / 37
        case("accurate_pow", x, y, run=lambda x, y: exactly(lambda: decimal.Decimal(x) ** decimal.Decimal(y)))


def characters():
    def digest(test):
        count = mix = 0
        for code in range(sys.maxunicode + 1):
            if not 0xD800 <= code <= 0xDFFF and test(chr(code)):
                count, mix = count + 1, (mix * 1000003 + code) % 2**64
        return [count, mix]

    names = "isprintable isalpha isdecimal isdigit isnumeric isalnum isspace isidentifier".split()
    for name in names:
        case("characters", name, run=lambda name: digest(getattr(str, name)))
    case("characters", "continues", run=lambda _: digest(lambda c: ("a" + c).isidentifier()))
    case("characters", "breaks", run=lambda _: digest(lambda c: len(f"a{c}a".splitlines()) > 1))


def times():
    directives = "aAbBcCdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%QE"
    for _ in range(40):
        moment = time.gmtime(R.choice([R.randint(0, 2**32), R.randint(-62135596800, 253402300799)]))
        fields = list(moment[:8])
        case("gmtime", calendar.timegm(moment), run=lambda t: time.gmtime(t)[:8])
        case("timegm", fields, run=calendar.timegm)
        case("asctime", fields, run=lambda f: time.asctime((*f, 0)))
        case("strftime", "%G-W%V-%u %U %W %j", fields, run=lambda t, f: time.strftime(t, (*f, 0)))
        flags, width = R.choice(["", "", "-", "_", "0", "^", "#"]), R.choice(["", "", "5", "12"])
        template = "é%" + flags + width + R.choice(directives)
        case("strftime", template, fields, run=lambda t, f: time.strftime(t, (*f, 0)))
    noon = [2024, 2, 29, 12, 0, 0, 3, 60]
    for letter in directives:
        for modifier in ("", "E", "O"):
            case("strftime", f"%{modifier}{letter}", noon, run=lambda t, f: time.strftime(t, (*f, 0)))
    for at, values in ((1, (0, -1, 13)), (2, (0, 32)), (3, (24,)), (4, (60,)), (5, (61, 62)), (6, (-1, -2, 7)), (7, (0, 367))):
        for value in values:
            fields = noon[:at] + [value] + noon[at + 1 :]
            case("strftime", "%Y %m %d %H %M %S %w %j", fields, run=lambda t, f: time.strftime(t, (*f, 0)))
    case("strftime", "a\x00b", noon, run=lambda t, f: time.strftime(t, (*f, 0)))
    case("strftime", "%", noon, run=lambda t, f: time.strftime(t, (*f, 0)))


for group in (floats, ints, formats, templates, strings, characters, times, functions):
    group()
