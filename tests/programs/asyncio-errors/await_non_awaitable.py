import asyncio


async def main():
    for wrong in (42, "text", None, [1], (1,), {}, print):
        try:
            await wrong
        except TypeError as error:
            print("TypeError:", error)


asyncio.run(main())
