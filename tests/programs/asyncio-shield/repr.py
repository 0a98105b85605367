"""The inner task shows the shield among its callbacks."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    inner = asyncio.create_task(work('a', 1), name='inner')
    await asyncio.sleep(0)
    shielded = asyncio.shield(inner)
    print('shield.<locals>._inner_done_callback() at' in repr(inner))
    print(repr(shielded).split(' at ')[0])
    await shielded


asyncio.run(main())
