"""How variables and tokens are shown."""
from contextvars import Context, ContextVar, Token, copy_context

var = ContextVar('var', default=[1])
token = var.set(1)
print(repr(var).split(' at ')[0], repr(token).startswith('<Token var=<ContextVar '))
var.reset(token)
print(repr(token).startswith('<Token used var=<ContextVar '), repr(copy_context()).split(' at ')[0])
print(type(var), type(token), Context)
