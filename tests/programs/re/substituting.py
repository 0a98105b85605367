# sub and subn, with templates and functions.
import re

print(re.sub(r'\d+', '#', 'a1b22'), re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub(r'(?P<x>\w)', r'<\g<x>>', 'ab'), re.sub('a', 'b', 'aaa', count=2), re.subn('a', 'b', 'banana'))
print(re.sub(r'\w+', lambda m: m.group().title(), 'the quick fox'), re.sub('x*', '-', 'abxd'), re.sub('', '.', 'ab'), re.sub(r'\s', r'\n', 'a b'), re.sub(r'(a)?b', r'[\1]', 'ab b'), re.sub('b', r'\g<0>\g<0>', 'abc'), re.sub('.', r'\\', 'ab'))
print(re.sub(r'(?<!^)(?=[A-Z])', '_', 'camelCaseName').lower(), re.escape('a.b*c d'), re.sub(b'a', b'b', b'banana'))
def double(m):
    return str(int(m[0]) * 2)
print(re.compile(r'\d+').sub(double, 'a1b20'))
for template in [r'\3', r'\g<no>', r'\q', r'\g<', '\\']:
    try:
        print(re.sub('(a)', template, 'a'))
    except Exception as error:
        print(type(error).__name__, error)
