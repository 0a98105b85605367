"""wait_for with a shield: the time is over, the work goes on."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    inner = asyncio.create_task(work('late', 2))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 1)
    except TimeoutError as error:
        print(repr(error), inner.done())
    print(await inner)


asyncio.run(main())
