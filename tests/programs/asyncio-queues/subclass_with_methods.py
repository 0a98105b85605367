import asyncio


class Mailbox(asyncio.Queue):
    def __init__(self, owner, *, limit=2):
        super().__init__(maxsize=limit)
        self.owner = owner

    def drain(self):
        while not self.empty():
            yield self.get_nowait()

    async def put(self, item):
        print(self.owner, "gets", item)
        await super().put(item)


async def main():
    box = Mailbox("ada")
    await box.put(1)
    await box.put(2)
    print(box, box.full(), isinstance(box, asyncio.Queue))
    print(list(box.drain()), box.empty())


asyncio.run(main())
