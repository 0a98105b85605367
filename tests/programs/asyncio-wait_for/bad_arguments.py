import asyncio


async def main():
    for wrong in (5, "x", None):
        try:
            await asyncio.wait_for(wrong, 1)
        except TypeError as error:
            print("TypeError:", error)
    coro = asyncio.sleep(1)
    try:
        await asyncio.wait_for(coro)
    except TypeError as error:
        print("TypeError:", error)
    coro.close()


asyncio.run(main())
