"""A hundred variables."""
from contextvars import Context, ContextVar, Token, copy_context

variables = [ContextVar(f'v{number}') for number in range(100)]
for number, var in enumerate(variables):
    var.set(number)
context = copy_context()
for var in variables[::2]:
    var.set('changed')
print(sum(context.values()), len(context), sum(var.get() == 'changed' for var in variables))
