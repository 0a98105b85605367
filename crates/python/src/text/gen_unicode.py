"""Prints unicode_tables.rs from the Unicode database of the running CPython.

    python3.13 gen_unicode.py > unicode_tables.rs && rustfmt unicode_tables.rs

Each table is a set of code points as run lengths: outside, inside, outside, ... Each length is a big-endian
base-128 number whose bytes but the last have the high bit set.
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
]


def run_lengths(accepts):
    lengths, inside, start = [], False, 0
    for code in range(sys.maxunicode + 1):
        if bool(accepts(chr(code))) != inside:
            lengths.append(code - start)
            inside, start = not inside, code
    return lengths


def number(value):
    parts = [value & 0x7F]
    while value := value >> 7:
        parts.append(0x80 | value & 0x7F)
    return bytes(reversed(parts))


def main():
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


main()
