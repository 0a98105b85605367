import asyncio

counter = 0
lock = asyncio.Lock()


async def increment():
    global counter
    async with lock:
        counter += 1
    await asyncio.sleep(1)


async def main():
    await asyncio.gather(increment(), increment())
    print(counter)


asyncio.run(main())
