# Filling lines.
import textwrap

text = 'The quick brown fox jumped over the lazy dog, a well-known story -- or so they say--with a very' + 'y' * 30 + ' end.'
for line in textwrap.wrap(text, 20):
    print(repr(line))
print(textwrap.fill(text, 30, initial_indent='* ', subsequent_indent='  '))
print(textwrap.shorten(text, 40), textwrap.shorten('Hello  world!', 8, placeholder='..'), textwrap.wrap('', 5))
print(textwrap.wrap('aaa bbb ccc ddd', 7, max_lines=1), textwrap.wrap('a' * 12, 5, break_long_words=False), textwrap.wrap('x-y-zebra', 5, break_on_hyphens=False))
print(repr(textwrap.dedent('''
    one
      two

    three
''')))
print(textwrap.indent('a\n\nb\n', '> '), end='')
print(repr(textwrap.indent('a\n\nb', '+ ', lambda line: True)))
try:
    textwrap.wrap('a', 0)
except ValueError as error:
    print(error)
