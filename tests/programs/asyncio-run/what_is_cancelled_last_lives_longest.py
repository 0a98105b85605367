# An error that leaves a task while asyncio.run cancels what is left leads to the frames of asyncio.run, and those to the tasks.
import asyncio


class Local:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


async def cancelled():
    local = Local("of a task that is cancelled")
    await asyncio.sleep(10)


async def swallows():
    local = Local("of a task that swallows it")
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        pass


async def ended():
    local = Local("of a task that was cancelled before")
    await asyncio.sleep(10)


async def main():
    local = Local("of main")
    early = asyncio.create_task(ended())
    await asyncio.sleep(1)
    early.cancel()
    await asyncio.wait([early])
    del early
    asyncio.create_task(cancelled())
    asyncio.create_task(swallows())
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
print("end")
