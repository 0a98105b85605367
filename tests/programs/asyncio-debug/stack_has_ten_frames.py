# The frames of asyncio itself count towards the ten.
import asyncio


async def broken():
    raise OSError("deep")


def one(n):
    if n:
        return one(n - 1)
    return asyncio.get_running_loop().create_task(broken())


async def awaits(n):
    if n:
        return await awaits(n - 1)
    asyncio.create_task(broken())


async def main():
    one(1)
    one(2)
    one(6)
    await awaits(0)
    await awaits(3)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
