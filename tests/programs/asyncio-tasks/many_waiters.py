"""Several tasks wait for one; they go on in the order in which they began to wait."""
import asyncio


async def source():
    await asyncio.sleep(1)
    return "value"


async def waiter(name, task):
    print(name, "waits")
    print(name, "got", await task)


async def main():
    task = asyncio.create_task(source())
    others = [asyncio.create_task(waiter(name, task)) for name in "abc"]
    for other in others:
        await other


asyncio.run(main())
