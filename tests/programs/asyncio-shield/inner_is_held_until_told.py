# Who waits for a shielded task keeps it until all have been told.
import asyncio


async def ticks():
    try:
        for tick in range(3):
            yield tick
    finally:
        print("ticks end")


async def waits():
    await asyncio.shield(anext(ticks()))
    print("waited")


async def main():
    task = asyncio.create_task(waits())
    for step in range(6):
        await asyncio.sleep(0)
        print(step, task.done())


asyncio.run(main())
