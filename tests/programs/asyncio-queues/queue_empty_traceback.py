import asyncio


async def main():
    queue = asyncio.Queue()
    queue.get_nowait()


asyncio.run(main())
