class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vector({self.x!r}, {self.y!r})"

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __abs__(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __bool__(self):
        return bool(self.x or self.y)

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __contains__(self, v):
        return v in (self.x, self.y)

    def __call__(self, k):
        return self.x * k + self.y


v, w = Vector(3, 4), Vector(1, 2)
print(v + w, v * 2, 2 * v, -v, abs(v), bool(v), bool(Vector(0, 0)))
print(v == Vector(3, 4), v != w, v == 5, {v: "found"}[Vector(3, 4)])
print(len(v), v[0], v[-1], list(v), 4 in v, 9 in v, v(10))
print(str(v), f"{v}", [v])
v += w
print(v)
try:
    v + 1
except TypeError as error:
    print(error)
try:
    v - w
except TypeError as error:
    print(error)
