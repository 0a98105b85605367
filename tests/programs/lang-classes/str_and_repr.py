class Both:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


class OnlyRepr:
    def __repr__(self):
        return "only repr"


class Format:
    def __format__(self, spec):
        return f"<{spec}>"


b = Both()
print(b, [b], (b,), f"{b} {b!r}", str(b), repr(b))
print(OnlyRepr(), str(OnlyRepr()), f"{OnlyRepr()}")
print(f"{Format():abc}", format(Format(), "x"), f"{Format()}")


class Wrong:
    def __repr__(self):
        return 5


try:
    repr(Wrong())
except TypeError as error:
    print(error)
