# Match, search, fullmatch, and what a match tells.
import re

m = re.search(r'(?P<user>\w+)@(?P<host>[\w.]+)', 'mail ann@example.org now')
print(m, m.group(), m.group('user', 2), m['host'], m.groups(), m.groupdict(), m.span(), m.start('host'), m.end(), m.lastindex, m.lastgroup, m.string[:4])
print(re.match('b', 'abc'), re.fullmatch('a.c', 'abc'), re.fullmatch('ab', 'abc'), bool(re.match('a', 'abc')), re.match('(a)|(b)', 'b').groups(), re.match('(a)|(b)', 'b').groups('-'))
p = re.compile(r'\d+')
print(p, p.pattern, p.flags, p.groups, p.match('12a', 1), p.search('a1b22', 2), p.search('a123', 0, 2), re.compile('a', re.I | re.M))
print(m.expand(r'\2:\g<user>'), m.re.groupindex, m.pos, m.endpos)
for call in [lambda: m.group(5), lambda: m['nobody'], lambda: re.match('a', 5), lambda: re.match(b'a', 'a'), lambda: re.compile(5)]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
