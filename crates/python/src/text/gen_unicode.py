"""Prints unicode_tables.rs or case_tables.rs from the Unicode database of the running CPython.

    python3.13 gen_unicode.py > unicode_tables.rs && rustfmt unicode_tables.rs
    python3.13 gen_unicode.py case > case_tables.rs && rustfmt case_tables.rs

Each table of the first is a set of code points as run lengths: outside, inside, outside, ... Each length is a big-endian
base-128 number whose bytes but the last have the high bit set. The second's are changes of case.
"""

import sys
import unicodedata

TABLES = [
    ("PRINTABLE", "What `str.isprintable` accepts.", str.isprintable),
    ("ALPHA", "What `str.isalpha` accepts: the letter categories.", str.isalpha),
    ("DECIMAL", "What `str.isdecimal` accepts.", str.isdecimal),
    (
        "DIGIT_ONLY",
        "What `str.isdigit` accepts beyond `DECIMAL`.",
        lambda c: c.isdigit() and not c.isdecimal(),
    ),
    (
        "NUMERIC_ONLY",
        "What `str.isnumeric` accepts beyond `DECIMAL` and `DIGIT_ONLY`.",
        lambda c: c.isnumeric() and not c.isdigit(),
    ),
    (
        "ID_START_FLIP",
        "Where the start of an identifier and `ALPHA` differ.",
        lambda c: c.isidentifier() != c.isalpha(),
    ),
    (
        "ID_CONTINUE_ONLY",
        "What an identifier has only after its first character, decimal digits left out.",
        lambda c: ("a" + c).isidentifier() and not c.isidentifier() and not c.isdecimal(),
    ),
    (
        "CASE_IGNORABLE",
        "What a capital sigma looks past, to tell whether it ends a word.",
        lambda c: ("a" + c + "\u03a3").lower()[-1] == "\u03c2" and (c + "\u03a3").lower()[-1] == "\u03c3",
    ),
]

CHANGES = [
    ("LOWER", "Small letters of capital ones", str.lower),
    ("UPPER", "Capital letters of small ones", str.upper),
]


def run_lengths(accepts):
    lengths, inside, start = [], False, 0
    for code in range(sys.maxunicode + 1):
        if bool(accepts(chr(code))) != inside:
            lengths.append(code - start)
            inside, start = not inside, code
    return lengths


def changes(change):
    """First code point, how many, how far apart they are, and how far each moves."""
    runs = []
    for code in range(sys.maxunicode + 1):
        changed = change(chr(code))
        if len(changed) > 1 or ord(changed) == code:
            continue
        delta = ord(changed) - code
        if runs and runs[-1][3] == delta:
            start, count, step, _ = runs[-1]
            apart = code - start - (count - 1) * step
            if apart == step or (count == 1 and apart == 2):
                runs[-1] = (start, count + 1, apart, delta)
                continue
        runs.append((code, 1, 1, delta))
    return runs


def number(value):
    parts = [value & 0x7F]
    while value := value >> 7:
        parts.append(0x80 | value & 0x7F)
    return bytes(reversed(parts))


def sets():
    print("//! Sets of code points that the standard library of Rust does not know, as run lengths.")
    print("//!")
    print(f"//! Printed by `gen_unicode.py` (Unicode {unicodedata.unidata_version}); see there for the form.")
    for name, comment, accepts in TABLES:
        data = b"".join(map(number, run_lengths(accepts)))
        print(f"\n/// {comment}")
        print(f"pub(crate) const {name}: &[u8; {len(data)}] = b\"\\")
        line = "    "
        for byte in data:
            piece = chr(byte) if 0x21 <= byte < 0x7F and byte not in b"\"\\" else f"\\x{byte:02x}"
            if len(line) + len(piece) > 108:
                print(line + "\\")
                line = "    "
            line += piece
        print(line + "\";")


def cases():
    print("//! The changes of case of CPython.")
    print("//!")
    print(f"//! Printed by `gen_unicode.py case` (Unicode {unicodedata.unidata_version}).")
    for name, comment, change in CHANGES:
        runs = changes(change)
        print(f"\n/// {comment}: the first, how many, how far apart they are, and how far each moves.")
        print(f"pub(crate) const {name}: [(u32, u16, u8, i32); {len(runs)}] = {list(runs)};")
    many = [(chr(code), chr(code).upper()) for code in range(sys.maxunicode + 1) if len(chr(code).upper()) > 1]
    print("\n/// Those whose capitals are several.")
    print(f"pub(crate) const UPPER_MANY: [(char, [char; 3]); {len(many)}] = [")
    for one, capitals in many:
        escaped = ", ".join(f"'\\u{{{ord(c):x}}}'" for c in capitals.ljust(3, "\0"))
        print(f"    ('\\u{{{ord(one):x}}}', [{escaped}]),")
    print("];")


cases() if sys.argv[1:] == ["case"] else sets()
