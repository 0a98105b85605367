import asyncio


async def fetch(number):
    await asyncio.sleep(number)
    return number


async def main():
    results = []
    for number in [1, 2, 3]:
        results.append(await fetch(number))
    print(results)


asyncio.run(main())
