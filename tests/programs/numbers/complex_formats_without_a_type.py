def shown(value, spec):
    try:
        print(f'{spec!r:9}', format(value, spec))
    except ValueError as error:
        print(f'{spec!r:9}', error)


for value in (-16 - 7.5j, 1234567.5 + 1j, 10.0 - 1e100j, 0.5j):
    print(value)
    for spec in ('10.2', '.3', ',', '_', '#', '#.3', '#,', ' .2', '+,', '14_.0', '.0', ' <05', '0=6', '=6', '05'):
        shown(value, spec)
