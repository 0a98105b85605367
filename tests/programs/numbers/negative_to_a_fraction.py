# A negative number to a fractional power is a complex number.
print((-8) ** 0.5, (-1.0) ** -2.5, 2 ** 0.5, (-0.0) ** float('-inf'))
for case in (lambda: round((-1.5) ** 0.5), lambda: (-2.5) ** 123456.789, lambda: divmod(1, (-2.5) ** 0.5)):
    try:
        print(case())
    except Exception as e:
        print(type(e).__name__, e)
