import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager


@asynccontextmanager
async def connection(name):
    await asyncio.sleep(0.1)
    print('open', name)
    try:
        yield name
    finally:
        await asyncio.sleep(0.1)
        print('close', name)


@contextmanager
def plain(name):
    print('enter', name)
    yield name
    print('leave', name)


async def say(*exc):
    print('async exit', exc[0])


async def main():
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(connection(f'c{i}')) for i in range(3)]
        stack.enter_context(plain('p'))
        stack.push_async_callback(asyncio.sleep, 0.5)
        stack.push_async_exit(say)
        print(names, asyncio.get_running_loop().time())
        try:
            await stack.enter_async_context(plain('wrong'))
        except TypeError as error:
            print(error)
    print(asyncio.get_running_loop().time())
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(connection('x'))
            raise RuntimeError('inside')
    except RuntimeError as error:
        print(repr(error))


asyncio.run(main())
