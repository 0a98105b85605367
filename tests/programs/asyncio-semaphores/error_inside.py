import asyncio


async def main():
    semaphore = asyncio.Semaphore(1)
    try:
        async with semaphore as value:
            print(value, semaphore.locked())
            raise ZeroDivisionError("inside")
    except ZeroDivisionError as error:
        print(error, semaphore.locked())


asyncio.run(main())
