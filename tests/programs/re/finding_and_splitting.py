# findall, finditer and split.
import re

text = 'one1 two22  three333'
print(re.findall(r'\d+', text), re.findall(r'([a-z]+)(\d+)', text), re.findall(r'(\w)\d\b', text), re.findall('', 'ab'), re.findall(r'x*', 'axxb'))
for m in re.finditer(r'(?P<word>[a-z]+)(?P<n>\d+)', text):
    print(m.span(), m['word'], int(m['n']))
print(re.split(r'\s+', text), re.split(r'(\d)', 'a1b2c'), re.split(',', 'a,b,c', maxsplit=1), re.split('x*', 'axbc'), re.split('', 'ab'))
print(re.findall(r'(?<=\$)\d+(?= USD)', '$10 USD $20 EUR'), re.findall(r'\b\w{3}\b', text + ' abc'), re.findall(r'(?m)^\w+', 'a b\nc d'), re.findall(r'(?i)TWO', text))
print(re.findall(r'"((?:[^"\\]|\\.)*)"', r'say "a\"b" and "c"'), re.findall(r'(\w)\1', 'aabbcd'), re.findall(r'[^\W\d_]+', 'día 1 ñandú_x'))
