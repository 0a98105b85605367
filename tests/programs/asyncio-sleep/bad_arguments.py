import asyncio


async def main():
    for delay in ("1", None, [1], float("nan")):
        try:
            await asyncio.sleep(delay)
        except (TypeError, ValueError) as error:
            print(type(error).__name__ + ":", error)
    try:
        await asyncio.sleep()
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
