import asyncio


async def gen():
    try:
        yield 1
    except ValueError:
        print("never")


async def main():
    await gen().athrow(ValueError("early"))


asyncio.run(main())
