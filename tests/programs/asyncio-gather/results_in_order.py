"""Results come in the order of the arguments, whoever finishes first."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    print("finished", name)
    return name


async def main():
    print(await asyncio.gather(work("slow", 3), work("fast", 1), work("middle", 2)))


asyncio.run(main())
