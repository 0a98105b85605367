import asyncio


async def main():
    try:
        asyncio.get_running_loop().run_forever()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
