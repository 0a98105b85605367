# The name that except binds goes at the end of its block, and with it what the exception held.
import asyncio


async def ticks():
    try:
        yield 1
    finally:
        print("closed")


async def fail():
    generator = ticks()
    await anext(generator)
    raise ValueError


async def named():
    try:
        await fail()
    except ValueError as error:
        await asyncio.sleep(0)
        print("in the block", repr(error))
    await asyncio.sleep(0)
    print("after the block")


async def unnamed():
    try:
        await fail()
    except ValueError:
        await asyncio.sleep(0)
        print("in the block")
    await asyncio.sleep(0)
    print("after the block")


async def main():
    await named()
    await unnamed()


asyncio.run(main())
