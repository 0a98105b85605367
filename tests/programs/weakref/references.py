# References that keep nothing.
import weakref

class Node:
    def __init__(self, name):
        self.name = name
    def hello(self):
        return f'hello {self.name}'
n = Node('a')
r = weakref.ref(n, lambda ref: print('gone', ref() is None))
m = weakref.WeakMethod(n.hello)
p = weakref.proxy(n)
print(r() is n, p.name, p.hello(), m()(), r == weakref.ref(n), hash(r) == hash(n))
p.name = 'b'
print(n.name, isinstance(r, weakref.ReferenceType))
del n
print(r(), m())
try:
    p.name
except ReferenceError as error:
    print(error)
for value in (1, 'text', (1,)):
    try:
        weakref.ref(value)
    except TypeError as error:
        print(error)
print(weakref.ref(print) if False else weakref.ref(Node)() is Node)
