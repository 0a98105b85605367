"""A token takes one set back."""
from contextvars import Context, ContextVar, Token, copy_context

var = ContextVar('var', default=0)
one = var.set(1)
two = var.set(2)
print(two.old_value, one.old_value is Token.MISSING, one.var is var, Token.MISSING)
var.reset(two)
print(var.get())
var.reset(one)
print(var.get(), var in copy_context())
