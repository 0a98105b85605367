# A pending task that the last error leads to is told of while its coroutine still stands where it waits.
import asyncio


async def other():
    pass


async def ticker():
    forgotten = other()
    while True:
        await asyncio.sleep(1)


async def main():
    kept = asyncio.create_task(ticker())
    await asyncio.sleep(0)
    raise ValueError("stop")


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()
