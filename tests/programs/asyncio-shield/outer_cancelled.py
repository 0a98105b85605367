"""Cancelling who waits leaves the inner task alone."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def wait_for_it(inner):
    await asyncio.shield(inner)


async def main():
    inner = asyncio.create_task(work('saved', 2))
    outer = asyncio.create_task(wait_for_it(inner))
    await asyncio.sleep(1)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print('outer cancelled, inner', inner.done())
    print(await inner, asyncio.get_running_loop().time())


asyncio.run(main())
