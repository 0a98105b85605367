import asyncio


async def numbers():
    try:
        for number in range(3):
            yield number
    finally:
        print("closed")


async def main():
    print(await asyncio.gather(asyncio.sleep(0), anext(numbers())))
    for turn in range(4):
        print("turn", turn)
        await asyncio.sleep(0)


asyncio.run(main())
