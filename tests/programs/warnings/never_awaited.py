import asyncio


async def go():
    print("never printed")


async def main():
    go()
    print("after the forgotten await")


asyncio.run(main())
