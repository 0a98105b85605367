# A generator goes away with the future that a task has just awaited: it is closed before what the next task does.
import asyncio


async def ticks():
    try:
        yield 1
    finally:
        print("closed")


async def one():
    await asyncio.gather(anext(ticks()))
    print("gathered")


async def other():
    for number in range(6):
        await asyncio.sleep(0)
        asyncio.get_running_loop().call_soon(print, "other", number)


async def main():
    await asyncio.gather(one(), other())
    await asyncio.sleep(0)


asyncio.run(main())
