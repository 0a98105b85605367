import asyncio


async def main():
    semaphore = asyncio.Semaphore(2)
    print(await semaphore.acquire(), semaphore.locked())
    print(await semaphore.acquire(), semaphore.locked())
    semaphore.release()
    print(semaphore.locked())
    semaphore.release()
    semaphore.release()
    print(semaphore._value)


asyncio.run(main())
