import asyncio


async def main():
    condition = asyncio.Condition()
    async with condition:
        try:
            await asyncio.wait_for(condition.wait(), 0.5)
        except TimeoutError:
            print("timeout", asyncio.get_running_loop().time())
        print(condition.locked())
    print(condition.locked())


asyncio.run(main())
