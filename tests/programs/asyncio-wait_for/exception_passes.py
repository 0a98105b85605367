import asyncio


async def fail():
    await asyncio.sleep(1)
    raise KeyError("k")


async def main():
    try:
        await asyncio.wait_for(fail(), 2)
    except KeyError as error:
        print(repr(error))


asyncio.run(main())
