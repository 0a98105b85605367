import asyncio


async def main():
    await asyncio.sleep(1)
    raise KeyError("missing")


try:
    asyncio.run(main())
except KeyError as error:
    print("caught", repr(error))
