# The names of types, and simple namespaces.
import types

def f(): pass
async def c(): pass
async def ag(): yield
coroutine = c()
print(isinstance(f, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance((i for i in ''), types.GeneratorType),
      isinstance(coroutine, types.CoroutineType), isinstance(ag(), types.AsyncGeneratorType), isinstance(types, types.ModuleType),
      isinstance([].append, types.BuiltinMethodType), isinstance(f.__code__, types.CodeType), isinstance(None, types.NoneType))
coroutine.close()
n = types.SimpleNamespace(a=1, b='x')
n.c = [n]
print(n, n.a, n == types.SimpleNamespace(a=1), types.SimpleNamespace(), vars(types.SimpleNamespace(q=2)), types.SimpleNamespace({'k': 1}, z=2))
del n.a
try:
    n.a
except AttributeError as error:
    print(error)
m = types.MappingProxyType({'k': 1})
print(repr(m), m['k'], len(m), 'k' in m)
try:
    m['z'] = 1
except TypeError as error:
    print(error)
class Named(types.SimpleNamespace):
    pass
print(Named(x=1), types.GenericAlias is type(list[int]), types.UnionType is type(int | str))
print(types.new_class('Made', (list,), {}, lambda ns: ns.update(tag=5)).tag)
m = types.MethodType(lambda self, x: (self, x), 'receiver')
print(m(3))
