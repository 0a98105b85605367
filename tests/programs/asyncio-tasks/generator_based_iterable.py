"""What has __await__ can be awaited, and made a task by a coroutine."""
import asyncio


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return 'awaited'


async def main():
    print(await Awaitable())
    print(await asyncio.ensure_future(Awaitable()))
    print(await asyncio.gather(Awaitable(), Awaitable()))


asyncio.run(main())
