"""The same coroutine function in many tasks: each call has its own locals."""
import asyncio


async def countdown(name, n):
    while n:
        print(f"{name}: {n}")
        n -= 1
        await asyncio.sleep(1)
    return name


async def main():
    print(await asyncio.gather(countdown("a", 3), countdown("b", 2)))


asyncio.run(main())
