"""With return_exceptions the gather is cancelled all the same when it was asked to be."""
import asyncio


async def work(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "ends")


async def main():
    group = asyncio.gather(work("a"), work("b"), return_exceptions=True)
    await asyncio.sleep(1)
    group.cancel()
    try:
        print(await group)
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
