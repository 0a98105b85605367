"""Without a value and a default, get raises LookupError with the variable."""
from contextvars import Context, ContextVar, Token, copy_context

var = ContextVar('var')
try:
    var.get()
except LookupError as error:
    print(error.args == (var,))
print(var.get(5), var.get(None))
