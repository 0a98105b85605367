import asyncio
import time
from contextlib import ContextDecorator, asynccontextmanager, contextmanager


@contextmanager
def timed(what):
    start = time.perf_counter()
    yield
    print(f'{what}: {time.perf_counter() - start:.1f} s')


@timed('sleeping')
def rest(seconds):
    time.sleep(seconds)
    return seconds


print(rest(1), rest(0.5), rest.__name__)


@asynccontextmanager
async def announced(what):
    print('begin', what)
    try:
        yield
    finally:
        print('end', what)


@announced('work')
async def work():
    await asyncio.sleep(1)
    return 'worked'


async def main():
    print(await asyncio.gather(work(), work()))


asyncio.run(main())


class Swallow(ContextDecorator):
    def __enter__(self):
        print('enter')
        return self

    def __exit__(self, kind, error, trace):
        print('exit', repr(error))
        return True


@Swallow()
def divide():
    1 / 0


print(divide())
