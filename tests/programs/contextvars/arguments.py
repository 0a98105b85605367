"""What ContextVar refuses."""
from contextvars import Context, ContextVar, Token, copy_context

for attempt in (lambda: ContextVar(1), lambda: ContextVar(), lambda: ContextVar('a', 'b'), lambda: ContextVar('a', x=1),
                lambda: ContextVar('a').get(1, 2), lambda: ContextVar('a').set(), lambda: Context(1)):
    try:
        attempt()
    except TypeError as error:
        print('TypeError:', error)
