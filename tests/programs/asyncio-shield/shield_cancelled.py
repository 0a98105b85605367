"""Cancelling the shield itself does nothing to what is inside."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    inner = asyncio.create_task(work('a', 1))
    shielded = asyncio.shield(inner)
    print(shielded.cancel(), shielded.cancelled(), inner.cancelled())
    await asyncio.sleep(0)
    print(await inner)


asyncio.run(main())
