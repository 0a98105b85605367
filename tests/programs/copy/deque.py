import copy
from collections import deque

row = [1, 2]
line = deque([row, row], maxlen=3)
shallow, deep = copy.copy(line), copy.deepcopy(line)
row.append(3)
print(shallow, deep, deep.maxlen, deep[0] is deep[1])
line.append(line)
again = copy.deepcopy(line)
print(again[2] is again, again)
