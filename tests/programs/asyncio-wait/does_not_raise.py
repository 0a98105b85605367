"""wait returns failed tasks; it raises nothing itself."""
import asyncio


async def fail():
    raise ValueError('nobody asked')


async def main():
    task = asyncio.create_task(fail())
    done, pending = await asyncio.wait([task])
    print(len(done), len(pending), repr(task.exception()))


asyncio.run(main())
