"""An error inside that comes after the shield was cancelled is nobody's."""
import asyncio


async def fail():
    await asyncio.sleep(1)
    raise ValueError('late')


async def main():
    inner = asyncio.create_task(fail())
    shielded = asyncio.shield(inner)
    await asyncio.sleep(0.5)
    shielded.cancel()
    await asyncio.sleep(1)
    del inner, shielded
    print('end')


asyncio.run(main())
