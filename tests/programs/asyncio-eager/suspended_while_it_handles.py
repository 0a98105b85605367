# What an eager task handles when its first step ends is not handled by who made it.
import asyncio
import sys


class Manager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0)
        print("leaves with", repr(sys.exception()))


async def work():
    try:
        async with Manager():
            raise KeyError("of the task")
    except KeyError:
        await asyncio.sleep(0)
        raise


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(work())
    print("made", repr(sys.exception()))
    try:
        raise ValueError("later")
    except ValueError as error:
        print(repr(error.__context__))
    await asyncio.wait([task])
    print(repr(task.exception()), repr(task.exception().__context__))


asyncio.run(main())
