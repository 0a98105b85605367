import asyncio


async def numbers():
    try:
        for i in range(10):
            yield i
    finally:
        print("finally")


async def main():
    try:
        async for x in numbers():
            if x == 2:
                raise ValueError(x)
    except ValueError as error:
        print("ValueError", error)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
