"""A cancelled child counts as one that raised CancelledError; gather itself is not cancelled."""
import asyncio


async def work(name):
    try:
        await asyncio.sleep(1)
    finally:
        print(name, "ends")


async def main():
    victim = asyncio.create_task(work("victim"))
    both = asyncio.gather(victim, work("other"))
    await asyncio.sleep(0)
    victim.cancel()
    try:
        await both
    except asyncio.CancelledError:
        print("CancelledError here;", "cancelled:", both.cancelled(), "done:", both.done())
    await asyncio.sleep(2)


asyncio.run(main())
