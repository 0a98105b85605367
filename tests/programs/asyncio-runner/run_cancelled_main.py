"""A main task that is cancelled raises CancelledError."""
import asyncio


async def main():
    asyncio.current_task().cancel()
    await asyncio.sleep(1)


with asyncio.Runner() as runner:
    try:
        runner.run(main())
    except asyncio.CancelledError as error:
        print(repr(error))
