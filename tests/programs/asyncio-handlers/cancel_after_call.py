import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_soon(print, "called")
    await asyncio.sleep(0)
    print(handle.cancelled())
    handle.cancel()
    print(handle.cancelled(), handle)


asyncio.run(main())
