"""Tokens may be used in any order."""
from contextvars import Context, ContextVar, Token, copy_context

var = ContextVar('var', default=0)
one = var.set(1)
two = var.set(2)
var.reset(one)
print(var.get())
var.reset(two)
print(var.get())
