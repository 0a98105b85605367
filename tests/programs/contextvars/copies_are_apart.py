"""A copy does not see what is set later."""
from contextvars import Context, ContextVar, Token, copy_context

var = ContextVar('var')
var.set(1)
before = copy_context()
var.set(2)
after = before.copy()
after.run(var.set, 3)
print(before[var], var.get(), after[var])
