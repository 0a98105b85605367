"""str and repr of a task are the same, within a list too."""
import asyncio


async def work():
    return [1, "two"]


async def main():
    task = asyncio.create_task(work(), name="T")
    await task
    print([task])
    print(f"{task!s} | {task!r}")
    print(str(task) == repr(task))


asyncio.run(main())
