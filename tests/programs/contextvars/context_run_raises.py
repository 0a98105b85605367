"""An exception leaves the context."""
from contextvars import Context, ContextVar, Token, copy_context

var = ContextVar('var', default='outside')
context = Context()


def inside():
    var.set('inside')
    raise KeyError('gone')


try:
    context.run(inside)
except KeyError as error:
    print(repr(error), var.get(), context[var])
try:
    context.run()
except TypeError as error:
    print(error)
