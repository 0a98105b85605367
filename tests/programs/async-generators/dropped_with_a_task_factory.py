# What closes a dropped generator is made by the program's own factory.
import asyncio


async def ticks():
    try:
        yield 1
    finally:
        await asyncio.sleep(0)
        print("closed")


def factory(loop, coro, context=None):
    print("factory", asyncio.iscoroutine(coro))
    return asyncio.Task(coro, loop=loop)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    async for _ in ticks():
        break
    await asyncio.sleep(0.1)
    loop.set_task_factory(None)


asyncio.run(main())
