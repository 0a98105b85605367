import asyncio


async def main():
    semaphore = asyncio.Semaphore(0)
    first, second, third, fourth = [asyncio.create_task(semaphore.acquire()) for _ in range(4)]
    await asyncio.sleep(0)
    first.cancel()
    second.cancel()
    semaphore.release()
    semaphore.release()
    results = await asyncio.gather(first, second, third, fourth, return_exceptions=True)
    print([type(result).__name__ for result in results], semaphore._value, semaphore.locked())


asyncio.run(main())
