"""A mailbox without locks: single-threaded code between awaits cannot be interrupted."""
import asyncio


async def producer(box):
    for i in range(4):
        box.append(i)
        print("put", i)
        await asyncio.sleep(1)
    box.append(None)


async def consumer(box):
    while True:
        while not box:
            await asyncio.sleep(0.5)
        item = box.pop(0)
        if item is None:
            break
        print("took", item, "at", asyncio.get_running_loop().time())


async def main():
    box = []
    await asyncio.gather(producer(box), consumer(box))


asyncio.run(main())
