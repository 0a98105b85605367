from functools import total_ordering


@total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __repr__(self):
        return '.'.join(map(str, self.parts))


a, b = Version(1, 2), Version(1, 10)
print(a < b, a <= b, a > b, a >= b, a <= a, a >= a, a > a)
print(sorted([b, a]), max(a, b))
try:
    a >= 3
except TypeError as error:
    print(error)
try:
    total_ordering(type('Nothing', (), {}))
except ValueError as error:
    print(error)
