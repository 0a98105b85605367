# What something is.
import asyncio
import inspect

def plain(): pass
async def work(): pass
def numbers(): yield 1
async def stream(): yield 1
class Service:
    async def call(self): pass
    def method(self): pass
class Callable:
    async def __call__(self): pass
items = [plain, work, numbers, stream, Service().call, Service.method, Callable(), Service, len, lambda: 0]
for f in items:
    print(getattr(f, '__name__', type(f).__name__), inspect.iscoroutinefunction(f), inspect.isgeneratorfunction(f), inspect.isasyncgenfunction(f), inspect.isfunction(f), inspect.ismethod(f), inspect.isclass(f), inspect.isbuiltin(f), asyncio.iscoroutinefunction(f))
c, g, s = work(), numbers(), stream()
print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.isgenerator(g), inspect.isawaitable(g), inspect.isasyncgen(s), inspect.ismodule(inspect), inspect.isroutine(len))
print(inspect.getcoroutinestate(c), inspect.getgeneratorstate(g))
next(g)
print(inspect.getgeneratorstate(g))
c.close()
g.close()
print(inspect.getcoroutinestate(c), inspect.getgeneratorstate(g))
