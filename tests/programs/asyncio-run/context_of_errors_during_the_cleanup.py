# What tasks raise while asyncio.run cleans up after a failure has that failure as its context.
import asyncio


async def cleaner(kind):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(kind, "cancelled in the context of", repr(error.__context__))
    if kind == "raises":
        raise ValueError("while cleaning up")
    if kind == "gathers":
        await asyncio.gather(cleaner("raises at once"), failing())
    if kind == "gets":
        asyncio.Queue().get_nowait()


async def failing():
    raise LookupError("in a child")


async def main():
    for kind in "raises", "gathers", "gets":
        asyncio.create_task(cleaner(kind), name=kind)
    await asyncio.sleep(0)
    raise KeyError("main failed")


asyncio.run(main())
