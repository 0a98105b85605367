class Box:
    shared = []

    def __init__(self):
        self.own = []


a, b = Box(), Box()
a.shared.append(1)
a.own.append(2)
print(b.shared, b.own)
a.extra = "x"
print(hasattr(a, "extra"), hasattr(b, "extra"), getattr(b, "extra", "default"))
setattr(b, "extra", "y")
print(b.extra, vars(b))
delattr(b, "extra")
try:
    b.extra
except AttributeError as error:
    print(error)
try:
    Box.nothing
except AttributeError as error:
    print(error)
try:
    del a.nothing
except AttributeError as error:
    print(error)
a.shared = "own now"
print(Box.shared, a.shared)
