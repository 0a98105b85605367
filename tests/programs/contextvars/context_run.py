"""What runs in a context sets its values there."""
from contextvars import Context, ContextVar, Token, copy_context

var = ContextVar('var', default='outside')


def inside(value, *, extra):
    var.set(value)
    return var.get(), extra


context = copy_context()
print(context.run(inside, 'inside', extra=1))
print(var.get(), context[var])
print(context.run(var.get))
