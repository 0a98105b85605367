import asyncio

cart = []


class Session:
    def __init__(self):
        self.open = False

    async def connect(self):
        await asyncio.sleep(1)
        self.open = True

    async def send(self, text):
        await asyncio.sleep(1)
        print(text, self.open)


async def fill():
    await asyncio.sleep(1)
    cart.append("apple")


async def pay():
    await asyncio.sleep(1)
    print(cart)


async def main():
    session = Session()
    await session.connect()
    await session.send("hello")
    await fill()
    await pay()


asyncio.run(main())
