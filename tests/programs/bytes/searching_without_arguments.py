for name in ('find', 'index', 'rindex', 'count'):
    for data in (b'abc', bytearray(b'abc')):
        try:
            getattr(data, name)()
        except TypeError as error:
            print(error)
# Separators that only text has are bytes like others.
for data in (b'', b'a\x1c', b'\x1f', b'\x7f', b'\x80', bytearray(b'\x1d')):
    print(data, data.isascii(), data.isspace())
