import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    try:
        loop.run_until_complete(future)
    except RuntimeError as error:
        print(error)
    print(loop.is_running())


asyncio.run(main())
