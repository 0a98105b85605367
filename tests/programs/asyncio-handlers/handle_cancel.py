import asyncio


def callback(*args):
    print("called", args)


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_soon(callback, 1)
    loop.call_soon(callback, 2)
    print(handle.cancelled())
    handle.cancel()
    handle.cancel()
    print(handle.cancelled(), handle)
    await asyncio.sleep(0)


asyncio.run(main())
