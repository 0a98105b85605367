import asyncio


async def main():
    queue = asyncio.Queue(maxsize=1)
    queue.put_nowait(0)
    for number in range(5):
        try:
            await asyncio.wait_for(queue.put(number), 0.1)
        except TimeoutError:
            print(queue)


asyncio.run(main())
