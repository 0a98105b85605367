"""SystemExit in a task goes straight through the loop; what else runs is cancelled."""
import asyncio


async def other():
    try:
        await asyncio.sleep(10)
    finally:
        print("other ends")


async def leave():
    await asyncio.sleep(1)
    raise SystemExit("goodbye")


async def main():
    try:
        await asyncio.gather(other(), leave())
    finally:
        print("main ends")


asyncio.run(main())
