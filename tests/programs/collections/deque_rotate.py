# Rotation to the right and to the left.
from collections import deque

d = deque(range(6))
for steps in (1, 2, -1, -3, 0, 6, 13, -8):
    d.rotate(steps)
    print(steps, list(d))
d.rotate()
print(d)
deque().rotate(3)
