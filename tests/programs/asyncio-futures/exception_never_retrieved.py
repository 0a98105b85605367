import asyncio


async def main():
    future = asyncio.Future()
    future.set_exception(ValueError("nobody looked"))
    del future
    print("main ends")


asyncio.run(main())
