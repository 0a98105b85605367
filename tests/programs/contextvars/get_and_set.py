"""A variable has the value that was set last."""
from contextvars import Context, ContextVar, Token, copy_context

var = ContextVar('var')
var.set(1)
print(var.get(), var.name)
var.set('two')
print(var.get())
