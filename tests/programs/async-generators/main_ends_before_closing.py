import asyncio


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("closing")
        try:
            await asyncio.sleep(1)
            print("never")
        except asyncio.CancelledError:
            print("cancelled while closing")
            raise


async def main():
    async for x in numbers():
        break
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())
