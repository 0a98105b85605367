"""CancelledError is no Exception, so a broad except does not swallow it."""
import asyncio

print(asyncio.CancelledError.__mro__)


async def work():
    try:
        await asyncio.sleep(10)
    except Exception:
        print("never printed")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except BaseException as error:
        print(type(error))


asyncio.run(main())
