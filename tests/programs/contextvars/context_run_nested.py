"""Contexts can be entered inside each other, none twice."""
from contextvars import Context, ContextVar, Token, copy_context

var = ContextVar('var', default=0)
outer, inner = Context(), Context()


def level(number):
    var.set(number)
    if number == 1:
        inner.run(level, 2)
        try:
            outer.run(print, 'never')
        except RuntimeError as error:
            print('cannot enter' in str(error), 'already entered' in str(error))
    return var.get()


print(outer.run(level, 1), inner[var], var.get())
print(outer.run(var.get))
