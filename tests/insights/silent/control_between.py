import asyncio


async def check(name):
    await asyncio.sleep(1)
    return name == "b"


async def main():
    first = await check("a")
    if first:
        return
    await check("b")
    for name in "abc":
        if await check(name):
            break
    for name in "xyz":
        found = await check(name)
        if found:
            break


asyncio.run(main())
