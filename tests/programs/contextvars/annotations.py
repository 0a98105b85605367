"""Variables can be annotated."""
from contextvars import Context, ContextVar, Token, copy_context

var: ContextVar[int] = ContextVar('var', default=1)
print(var.get() + 1, ContextVar[int])
