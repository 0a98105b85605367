import asyncio


class Named(asyncio.Queue):
    def __repr__(self):
        return "<Named>"


queue = Named()


async def first():
    task = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait(1)
    print(await task)


async def second():
    try:
        await queue.get()
    except RuntimeError as error:
        print(error)
    queue.put_nowait(2)
    print(await queue.get())


asyncio.run(first())
asyncio.run(second())
