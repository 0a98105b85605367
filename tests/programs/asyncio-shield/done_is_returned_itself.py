"""Of what is done there is nothing to shield."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    inner = asyncio.create_task(work('a', 0))
    await inner
    print(asyncio.shield(inner) is inner)


asyncio.run(main())
