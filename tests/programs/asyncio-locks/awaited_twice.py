import asyncio


async def main():
    lock = asyncio.Lock()
    wait = lock.acquire()
    await wait
    try:
        await wait
    except RuntimeError as error:
        print(error)


asyncio.run(main())
