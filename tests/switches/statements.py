import asyncio


async def brew(what, seconds):
    await asyncio.sleep(seconds)
    print(what, "is ready")
    return seconds


async def main():
    print("start")
    # first the slow one
    await brew("coffee", 2)  # black
    await brew(
        "tea",  # green
        1,
    )
    # and one more
    await brew("water", 0.5)
    print("end")


asyncio.run(main())
