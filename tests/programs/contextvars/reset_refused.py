"""A token is for one use, one variable and one context."""
from contextvars import Context, ContextVar, Token, copy_context

var, other = ContextVar('var'), ContextVar('other')
token = var.set(1)


def attempt(function, *args):
    try:
        function(*args)
    except (RuntimeError, TypeError, ValueError) as error:
        print(type(error).__name__, str(error).split('> ')[-1])


attempt(other.reset, token)
attempt(copy_context().run, var.reset, token)
attempt(var.reset, 5)
var.reset(token)
attempt(var.reset, token)
attempt(Token)
