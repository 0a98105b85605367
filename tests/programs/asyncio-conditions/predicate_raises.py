import asyncio


async def main():
    condition = asyncio.Condition()
    numbers = [1]
    async with condition:
        try:
            await condition.wait_for(lambda: numbers[5])
        except IndexError as error:
            print(repr(error), condition.locked())
    print(condition.locked())


asyncio.run(main())
