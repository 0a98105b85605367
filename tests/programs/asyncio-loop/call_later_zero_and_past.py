import asyncio


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(5)
    loop.call_later(0, print, "zero")
    loop.call_later(-1, print, "minus one")
    loop.call_at(2, print, "long ago")
    loop.call_soon(print, "soon")
    await asyncio.sleep(0)
    print("main")
    await asyncio.sleep(0)
    print("main again")


asyncio.run(main())
