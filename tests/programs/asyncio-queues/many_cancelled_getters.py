import asyncio


async def main():
    queue = asyncio.Queue()
    readers = [asyncio.create_task(queue.get()) for _ in range(5)]
    await asyncio.sleep(0)
    queue.put_nowait(1)
    queue.put_nowait(2)
    for reader in readers[:3]:
        reader.cancel()
    done = await asyncio.gather(*readers, return_exceptions=True)
    print([result if isinstance(result, int) else type(result).__name__ for result in done])


asyncio.run(main())
