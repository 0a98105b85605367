"""Cancelling a task that awaits a task cancels the innermost one first."""
import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("inner", error.args)
        raise


async def middle(task):
    try:
        await task
    except asyncio.CancelledError as error:
        print("middle", error.args)
        raise


async def main():
    innermost = asyncio.create_task(inner())
    outer = asyncio.create_task(middle(innermost))
    await asyncio.sleep(1)
    outer.cancel("from main")
    try:
        await outer
    except asyncio.CancelledError as error:
        print("main", error.args)
    print(innermost.cancelled(), outer.cancelled())


asyncio.run(main())
