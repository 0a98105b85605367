import asyncio


async def main():
    event = asyncio.Event()
    asyncio.get_running_loop().call_later(3, event.set)
    for _ in range(2):
        try:
            print(await asyncio.wait_for(event.wait(), 2))
        except TimeoutError:
            print("timeout at", asyncio.get_running_loop().time())
    print("set at", asyncio.get_running_loop().time())


asyncio.run(main())
