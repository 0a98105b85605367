"""Contexts with the same values are equal."""
from contextvars import Context, ContextVar, Token, copy_context

var = ContextVar('var')
var.set(1)
one, two = copy_context(), copy_context()
print(one == two, one is two, one != two, one == 1)
two.run(var.set, 2)
print(one == two, one.copy() == one)
try:
    hash(one)
except TypeError:
    print('unhashable')
