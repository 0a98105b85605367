# The constants and capwords.
import string

for name in ('ascii_lowercase', 'ascii_uppercase', 'ascii_letters', 'digits', 'hexdigits', 'octdigits', 'punctuation', 'whitespace', 'printable'):
    print(name, repr(getattr(string, name)))
print(string.capwords('hello  big world'), string.capwords('a-b-c', '-'))
