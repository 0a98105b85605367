import asyncio


class Logged(asyncio.Queue):
    def put_nowait(self, item):
        print("put", item)
        super().put_nowait(item)

    def get_nowait(self):
        item = super().get_nowait()
        print("got", item)
        return item


async def main():
    queue = Logged(maxsize=1)
    task = asyncio.create_task(queue.put("b"))
    await queue.put("a")
    await queue.get()
    await queue.get()
    await task


asyncio.run(main())
