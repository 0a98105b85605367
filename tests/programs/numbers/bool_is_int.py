print(True + 1, True == 1, False == 0, isinstance(True, int), True * 5, sum([True, False, True]), int(True))
print(True & False, True | False, True ^ True, not False, not True, bool(2), bool([]), [10, 20][True])
print(str(True), repr(False), True is True, (3 > 2) is True, max(True, 2), f"{True:d}")
