import asyncio


async def main():
    semaphore = asyncio.BoundedSemaphore(2)
    try:
        semaphore.release()
    except ValueError as error:
        print(error)
    async with semaphore:
        print(semaphore._value)
    try:
        semaphore.release()
    except ValueError as error:
        print(error)
    print(isinstance(semaphore, asyncio.Semaphore), semaphore._value)


asyncio.run(main())
