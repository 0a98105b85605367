"""A second failing child: gather has looked at it, so nothing is reported."""
import asyncio


async def fail(delay):
    await asyncio.sleep(delay)
    print("failing", delay)
    raise ValueError(delay)


async def main():
    try:
        await asyncio.gather(fail(1), fail(2), fail(1))
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(5)
    print("end")


asyncio.run(main())
