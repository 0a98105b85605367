import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        loop.close()
    except RuntimeError as error:
        print(error)
    print(loop.is_closed())


asyncio.run(main())
