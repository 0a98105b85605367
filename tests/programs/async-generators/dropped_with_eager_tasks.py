# The task that closes a dropped generator is made by the loop's factory: an eager one begins at once.
import asyncio


async def ticks(name):
    try:
        yield 1
    finally:
        print("closed", name, "by", asyncio.current_task().get_name())


async def take_one(name):
    async for _ in ticks(name):
        break
    asyncio.get_running_loop().call_soon(print, "called back after", name)


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await take_one("first")
    await asyncio.sleep(0)
    await take_one("second")
    left = ticks("left open")
    await anext(left)
    return left


asyncio.run(main())
