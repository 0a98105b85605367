# Patterns that are none, with the place of the mistake.
import re

for pattern in ['(a', 'a)', '[a', '*a', 'a**', 'a{2,1}', '[z-a]', r'\q', '\\', r'\1', '(?P<a>x)(?P<a>y)', '(?P<1>x)', '(?P=q)', '(?<=a+)b', '(?z)', '(?P<n', r'\x1', 'a\n(b', '(?', 'a(?i)b', '(?(2)a)']:
    try:
        print(re.compile(pattern))
    except re.error as error:
        print(repr(pattern), '|', error, error.msg, error.pos, error.lineno, error.colno, type(error).__name__)
