import asyncio


def show(*args):
    print(args)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(show)
    loop.call_soon(show, 1, "two")
    loop.call_later(1, show, [3])
    loop.call_at(2, show, None)
    loop.call_soon_threadsafe(show, "threadsafe")
    await asyncio.sleep(3)


asyncio.run(main())
