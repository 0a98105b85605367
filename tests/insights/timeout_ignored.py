import asyncio


async def careless():
    try:
        await asyncio.sleep(5)
    except BaseException:
        pass
    await asyncio.sleep(1)
    return "as if in time"


async def main():
    print(await asyncio.wait_for(careless(), 2))


asyncio.run(main())
