# When one of them fails
# gather() raises the first exception at once and the others run on; return_exceptions=True collects all.

import asyncio


async def visit(shop, seconds):
    await asyncio.sleep(seconds)
    if shop == "bakery":
        raise ValueError("the bakery is closed")
    print(f"{shop}: visited")
    return shop


async def main():
    try:
        await asyncio.gather(visit("bakery", 1), visit("market", 2))
    except ValueError as error:
        print("caught:", error)

    print(await asyncio.gather(visit("bakery", 1), visit("library", 2), return_exceptions=True))


asyncio.run(main())
