"""A context is a mapping."""
from contextvars import Context, ContextVar, Token, copy_context

a, b, c = ContextVar('a'), ContextVar('b'), ContextVar('c')
a.set(1)
b.set(2)
context = copy_context()
print(len(context), a in context, c in context, context[a], context.get(c), context.get(c, 7))
print(sorted(var.name for var in context), sorted(context.values()))
print(sorted((var.name, value) for var, value in context.items()), sorted(var.name for var in context.keys()))
try:
    context[c]
except KeyError as error:
    print('KeyError', error.args == (c,))
for attempt in (lambda: context['a'], lambda: 'a' in context, lambda: context.get('a')):
    try:
        attempt()
    except TypeError as error:
        print('TypeError:', error)
try:
    context[a] = 3
except TypeError:
    print('read only')
