from contextlib import asynccontextmanager, contextmanager
import asyncio


@contextmanager
def traced(name):
    print("enter", name)
    yield
    print("leave", name)


@traced("f")
def f(x):
    print("f", x)
    return x + 1


print(f(1), f(2), f.__name__)


@asynccontextmanager
async def timed():
    start = asyncio.get_running_loop().time()
    yield
    print("took", asyncio.get_running_loop().time() - start)


@timed()
async def work():
    await asyncio.sleep(2)
    return "done"


print(asyncio.run(work()))
