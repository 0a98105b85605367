import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(None)
    loop.call_later(1, 7, "argument")
    await asyncio.sleep(2)
    print("the loop goes on")


asyncio.run(main())
