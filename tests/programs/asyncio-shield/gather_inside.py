"""A shielded gather goes on when the shield is cancelled."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def wait_for_it(inner):
    return await asyncio.shield(inner)


async def main():
    inner = asyncio.gather(work('a', 1), work('b', 2))
    outer = asyncio.create_task(wait_for_it(inner))
    await asyncio.sleep(0.5)
    outer.cancel()
    print(await asyncio.gather(outer, return_exceptions=True))
    print(await inner)


asyncio.run(main())
