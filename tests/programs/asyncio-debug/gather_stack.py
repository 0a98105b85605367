import asyncio


async def broken():
    raise OSError("broken")


async def main():
    asyncio.gather(broken(), broken())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
