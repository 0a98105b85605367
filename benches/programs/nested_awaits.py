import asyncio


async def inner(number):
    return number + 1


async def middle(number):
    return await inner(number)


async def main():
    number = 0
    while number < 100_000:
        number = await middle(number)


asyncio.run(main())
