"""The error of a shield that nobody awaits is reported."""
import asyncio


async def fail():
    await asyncio.sleep(1)
    raise ValueError('forgotten')


async def main():
    inner = asyncio.create_task(fail())
    shielded = asyncio.shield(inner)
    await asyncio.sleep(2)
    print(repr(inner.exception()))
    del shielded
    print('end')


asyncio.run(main())
