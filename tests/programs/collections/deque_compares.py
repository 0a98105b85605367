# Deques compare item by item, with deques only.
from collections import deque

a, b = deque([1, 2]), deque([1, 3], 5)
print(a == deque([1, 2], 9), a != b, a < b, a <= a, b > a, a >= b)
print(a == [1, 2], [1, 2] == a, a == (1, 2))
nested = deque([1])
nested.append(nested)
print(nested)
class Trail(deque):
    def last(self):
        return self[-1]
t = Trail([1, 2], 4)
t.append(3)
print(t, t.last(), isinstance(t, deque), len(t), t.copy(), type(t.copy()).__name__)
class Own(deque):
    def __init__(self, *items):
        super().__init__(items, maxlen=2)
print(Own(1, 2, 3))
