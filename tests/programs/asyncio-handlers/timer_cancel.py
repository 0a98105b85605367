import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_later(1, print, "never")
    loop.call_later(2, print, "at two")
    print(handle.when(), handle.cancelled())
    handle.cancel()
    print(handle.when(), handle.cancelled(), handle)
    await asyncio.sleep(3)


asyncio.run(main())
