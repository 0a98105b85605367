import asyncio
import time


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow cancelled at", time.monotonic())
        raise


async def main():
    try:
        await asyncio.wait_for(slow(), timeout=1.5)
    except asyncio.TimeoutError as error:
        print("timeout at", time.monotonic(), repr(error), error.args)
        print(repr(error.__cause__))


asyncio.run(main())
