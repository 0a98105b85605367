# Lookaround, conditions, atomic and lazy groups.
import re

tests = [(r'foo(?=bar)', 'foobar'), (r'foo(?!bar)', 'foobaz'), (r'(?<=a)b', 'ab'), (r'(?<!a)b', 'cb'), (r'(<)?\w+(?(1)>|$)', '<tag>'), (r'(?>a+)b', 'aab'), (r'a++a', 'aaa'),
         (r'<.+?>', '<a><b>'), (r'<.+>', '<a><b>'), (r'(a|ab)(c|bcd)', 'abcd'), (r'(\w+)\s+\1', 'the the'), (r'((a)|b)+', 'ab'), (r'(?:(\d+)|(\w+))', 'x1'), (r'^(?:(?=.*\d)(?=.*[a-z]).{4,})$', 'ab12'), (r'(a*)*b', 'aab'), (r'x{2,3}?', 'xxxx')]
for pattern, text in tests:
    m = re.search(pattern, text)
    print(pattern, text, m and (m.span(), m.groups(), m.lastindex))
