import asyncio


async def ticks():
    try:
        yield 0
        await asyncio.sleep(10)
        yield 1
    finally:
        print("left at", asyncio.get_running_loop().time())


async def main():
    agen = ticks()
    print(await anext(agen))
    try:
        await asyncio.wait_for(anext(agen), 2)
    except TimeoutError:
        print("timed out")
    print(await anext(agen, "ended by the cancellation"))


asyncio.run(main())
