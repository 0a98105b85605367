"""An exception in a callback goes to stderr; the loop goes on."""
import asyncio


def broken(task):
    raise RuntimeError("in the callback")


async def work():
    return 1


async def main():
    task = asyncio.create_task(work(), name="worker")
    task.add_done_callback(broken)
    print(await task)
    await asyncio.sleep(0)
    print("still running")


asyncio.run(main())
