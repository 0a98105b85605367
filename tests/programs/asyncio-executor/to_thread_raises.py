import asyncio


def fail():
    raise ValueError("in the worker")


async def main():
    try:
        await asyncio.to_thread(fail)
    except ValueError as error:
        print("caught", error)


asyncio.run(main())
