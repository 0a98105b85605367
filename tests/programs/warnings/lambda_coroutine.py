import asyncio


async def go():
    pass


async def main():
    later = lambda: go()
    later()
    print("end")


asyncio.run(main())
