import asyncio
import time


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def main():
    task1 = asyncio.create_task(
        say_after(1, 'hello'))

    task2 = asyncio.create_task(
        say_after(2, 'world'))

    print(f"started at {time.strftime('%X')}")

    # Wait until both tasks are completed (should take
    # around 2 seconds.)
    await task1
    await task2

    print(f"finished at {time.strftime('%X')}")


async def gathered():
    one = asyncio.create_task(say_after(1, 'one'), name='first')
    two = asyncio.create_task(say_after(2, 'two'))
    await asyncio.gather(one, two)


asyncio.run(main())
asyncio.run(gathered())
