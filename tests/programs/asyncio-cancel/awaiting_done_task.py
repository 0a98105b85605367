"""Cancelling a task whose awaited task is done already: it is raised at the wakeup."""
import asyncio


async def quick():
    return "value"


async def waiter(task):
    try:
        print("got", await task)
        await asyncio.sleep(0)
        print("never printed")
    except asyncio.CancelledError:
        print("waiter cancelled")
        raise


async def main():
    task = asyncio.create_task(quick())
    waiting = asyncio.create_task(waiter(task))
    task.add_done_callback(lambda t: print("cancel:", waiting.cancel()))
    try:
        await waiting
    except asyncio.CancelledError:
        print("cancelled", task.result())


asyncio.run(main())
