# What flags change.
import re

print(re.findall('a.b', 'a\nb'), re.findall('a.b', 'a\nb', re.S), re.findall('^b', 'a\nb'), re.findall('^b$', 'a\nb\n', re.M), re.findall('é', 'É', re.I), re.findall(r'\w+', 'né', re.A), re.findall(r'\d', '٣'), re.findall(r'\d', '٣', re.A))
number = re.compile(r'''
    (?P<sign>[+-])?     # the sign
    (?P<whole>\d+)      # before the point
    (?:\.(?P<part>\d*))?
''', re.VERBOSE)
print(number.fullmatch('-12.5').groupdict(), re.match('(?i:a)b', 'Ab'), re.match('(?i:a)b', 'AB'), re.match('(?s).', '\n'), re.I, re.I | re.M, repr(re.compile('x', re.X).flags))
