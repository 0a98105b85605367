# How methods of strings and bytes refuse arguments.
cases = [
    lambda: 'abc'.replace('a', None), lambda: 'abc'.find(None), lambda: 'abc'.partition(None), lambda: 'abc'.removeprefix(None),
    lambda: 'abc'.startswith(None), lambda: str.maketrans(1, 'a'), lambda: str.maketrans('a', None), lambda: ''.join([None]),
    lambda: b'abc'.find('a'), lambda: b'abc'.removeprefix(None), lambda: b'abc'.partition(None), lambda: b'abc'.split(None),
    lambda: b'abc'.rsplit(1), lambda: b'abc' % 'a', lambda: bytes([2 ** 64]), lambda: int(b'\xd9\xa1', 10), lambda: float(b'a'),
    lambda: 'ΑΣ'.encode('latin-1'), lambda: [1].index(1, None), lambda: {}.pop([1]), lambda: (1,).__class__(5),
    lambda: sorted([1, 'a'], reverse=True), lambda: pow('a', 1, 1.5), lambda: chr(2 ** 63), lambda: (1, 2)[10 ** 30],
]
for case in cases:
    try:
        print(case())
    except Exception as e:
        print(type(e).__name__, e)
