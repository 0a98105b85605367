"""A cancelled gather cancels its shields, not what they shield."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    a, b = (asyncio.create_task(work(name, 2)) for name in 'ab')
    outer = asyncio.gather(asyncio.shield(a), asyncio.shield(b))
    await asyncio.sleep(1)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print('gather cancelled')
    print(await a, await b)


asyncio.run(main())
