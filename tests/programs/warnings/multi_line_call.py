import asyncio


async def go(a, b):
    pass


async def main():
    go(
        1,
        2,
    )


asyncio.run(main())
