# What functions, methods and code objects tell of themselves.
def f(a, b=2, *args, c, d=4, **kw) -> int:
    "doc of f"
    x = 1
    def g(): return x, a
    return g
print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__module__, f.__dict__, f.__closure__, f.__type_params__)
g = f(1, c=2); print(g.__qualname__, g.__closure__[0].cell_contents, len(g.__closure__), g.__code__.co_freevars, f.__code__.co_cellvars)
co = f.__code__
print(co.co_name, co.co_argcount, co.co_kwonlyargcount, co.co_posonlyargcount, co.co_varnames, co.co_flags & 0x0c, co.co_qualname, co.co_firstlineno, co.co_nlocals)
f.attr = 1; f.__name__ = "ff"; f.__doc__ = "new"; print(f.__dict__, f.__name__, f.__doc__, f.attr); f.__qualname__ = "qq"
print(str(f)[:14])
f.__defaults__ = (7,); print(f.__defaults__, f(1, c=1) is not None)
f.__kwdefaults__ = {"c": 3}; print(f(1) is not None)
del f.attr
try: f.attr
except AttributeError as e: print(e)
try: f.__name__ = 3
except TypeError as e: print(e)
print((lambda x: x).__name__, (lambda: 0).__qualname__, print.__name__, len.__doc__ is not None, print.__qualname__, print.__module__, [].append.__name__, [].append.__qualname__, str.upper.__name__, str.upper.__qualname__, "a".upper.__self__)
class A:
    def m(self): "md"
a = A(); print(a.m.__name__, a.m.__func__ is A.m, a.m.__self__ is a, a.m.__doc__, a.m.__qualname__, a.m == a.m, a.m is a.m, hash(a.m) == hash(a.m))
try: a.m.x = 1
except AttributeError as e: print(e)
print(f.__get__, f.__call__ is not None, f.__code__.co_consts is not None)
def gen(): yield
print(gen().__name__, gen.__code__.co_flags & 0x20, type(gen()).__name__)
f.__annotations__["zz"] = int; print(f.__annotations__)
f.__wrapped__ = g; print(f.__wrapped__ is g, list(f.__dict__))
print(f.__globals__ is globals(), f.__builtins__ is not None)
