import asyncio


def fail():
    return 1 / 0


async def main():
    await asyncio.to_thread(fail)


asyncio.run(main())
