import asyncio
import weakref


async def fails(timeout):
    async with timeout as limit:
        pass
    raise ValueError("never retrieved")


async def expires():
    async with asyncio.timeout(1):
        await asyncio.sleep(2)


async def passes():
    async with asyncio.timeout(1) as limit:
        pass
    return limit


async def main():
    # A Timeout refers to its task, its frame to the Timeout, and the error's traceback to the frame.
    for coro in fails(asyncio.timeout(1)), expires(), passes():
        task = asyncio.create_task(coro, name=coro.__name__)
        await asyncio.wait([task])
        known = weakref.ref(task)
        del task
        print(coro.__name__, "is still there" if known() else "is gone")


asyncio.run(main())
print("end")
