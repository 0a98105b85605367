import asyncio


async def main():
    semaphore = asyncio.Semaphore(1)
    async with semaphore:
        try:
            await asyncio.wait_for(semaphore.acquire(), timeout=1)
        except TimeoutError:
            print("timeout")
    print(semaphore.locked(), semaphore._value)


asyncio.run(main())
