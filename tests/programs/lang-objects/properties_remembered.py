# A property is found again and again, until its class changes.
class Box:
    def __init__(self, size):
        self.size = size

    @property
    def double(self):
        return self.size * 2


def read(boxes):
    return [box.double for box in boxes]


box, other = Box(1), Box(2)
print(read([box, other, box]))
box.__dict__["double"] = "own"
print(read([box, other]))
Box.double = property(lambda self: self.size * 3)
print(read([box, other]))
Box.double = 5
print(read([box, other]))
del Box.double
print(box.double)
try:
    read([box, other])
except AttributeError as error:
    print(error)


class Loud:
    @property
    def value(self):
        raise KeyError("no value")

    def __getattr__(self, name):
        return f"asked for {name}"


class Missing(Loud):
    @property
    def value(self):
        raise AttributeError("really")


for thing in (Loud(), Missing(), Missing()):
    try:
        print(thing.value)
    except KeyError as error:
        print("KeyError", error)
