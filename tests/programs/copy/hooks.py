# Classes that say how they are copied.
import copy

class Counted:
    copies = 0
    def __init__(self, n):
        self.n = n
    def __copy__(self):
        Counted.copies += 1
        return Counted(self.n)
    def __deepcopy__(self, memo):
        Counted.copies += 10
        return Counted(copy.deepcopy(self.n, memo))
c = Counted([1])
print(copy.copy(c).n is c.n, copy.deepcopy(c).n is c.n, Counted.copies, copy.deepcopy([c])[0].n)
class Names(list):
    pass
n = Names(['a'])
n.tag = {'k': 1}
m = copy.deepcopy(n)
print(m, type(m).__name__, m.tag, m.tag is n.tag)
class Slotted:
    __slots__ = ('x', 'y')
s = Slotted()
s.x = [1]
print(copy.deepcopy(s).x, copy.copy(s).x is s.x, hasattr(copy.copy(s), 'y'))
class Oops(Exception):
    pass
e = copy.copy(Oops('bad', 1))
print(type(e).__name__, e.args)
try:
    copy.copy(i for i in 'a')
except TypeError as error:
    print(error)
