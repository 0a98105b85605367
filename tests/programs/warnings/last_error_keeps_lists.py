# What the last error leads to is met as CPython's collector does: lists from their end, and level by level.
import asyncio


async def ticker():
    while True:
        await asyncio.sleep(1)


async def other():
    pass


async def main():
    many = [asyncio.create_task(ticker(), name=f"T{n}") for n in range(3)]
    forgotten = other()
    one = asyncio.create_task(ticker(), name="one")
    await asyncio.sleep(0)
    raise ValueError("stop")


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()
