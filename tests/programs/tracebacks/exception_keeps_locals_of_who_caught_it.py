# The function that caught an exception is in its traceback, too: what it leaves behind when it returns is held.
import asyncio


async def ticks(name):
    try:
        yield 1
    finally:
        print("closed", name)


async def catch():
    try:
        raise ValueError
    except ValueError as error:
        kept = error
    generator = ticks("kept")
    await anext(generator)
    other = ticks("replaced")
    await anext(other)
    other = None
    return [kept]


async def main():
    errors = await catch()
    await asyncio.sleep(0.1)
    print("the exception goes")
    errors[0].__traceback__ = None
    await asyncio.sleep(0.1)
    print("end")


asyncio.run(main())
