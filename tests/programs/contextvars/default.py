"""A default is used where nothing is set; get's own goes first."""
from contextvars import Context, ContextVar, Token, copy_context

var = ContextVar('var', default=1)
print(var.get(), var.get(2))
var.set(3)
print(var.get(), var.get(2))
print(list(copy_context()) == [var], copy_context().get(ContextVar('other', default=1)))
