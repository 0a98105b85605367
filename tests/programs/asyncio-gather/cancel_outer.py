"""Cancelling the gather cancels every child."""
import asyncio


async def work(name):
    try:
        print(name, "starts")
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise


async def main():
    group = asyncio.gather(work("a"), work("b"), work("c"))
    await asyncio.sleep(1)
    print("cancel:", group.cancel("stop"))
    try:
        await group
    except asyncio.CancelledError as error:
        print("gather cancelled", error.args, group.cancelled())
    print("cancel again:", group.cancel())


asyncio.run(main())
