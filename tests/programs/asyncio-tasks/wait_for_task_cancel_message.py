"""The message of a cancellation arrives where the task awaits, and where it is awaited."""
import asyncio


async def child():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print('child', error.args)
        raise


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel('enough')
    try:
        await task
    except asyncio.CancelledError as error:
        print('main', error.args)


asyncio.run(main())
