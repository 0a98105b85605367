# An index that no machine word holds: what each sequence says.
for value in ([1, 2], (1, 2), "ab", b"ab", range(3)):
    for index in (10**40, -(10**40), 2**63, 5):
        try:
            print(value[index])
        except IndexError as error:
            print(type(value).__name__, error)
    print(value[:10**40], value[-(10**40):])
