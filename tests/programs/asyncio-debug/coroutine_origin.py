# In debug mode a coroutine that was never awaited tells where it was made.
import asyncio


async def child():
    pass


def make():
    return child()


async def middle():
    make()
    child()


async def main():
    await middle()
    child


asyncio.run(main(), debug=True)
child()
