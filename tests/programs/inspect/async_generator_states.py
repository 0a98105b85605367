# Where an asynchronous generator stands, and what it holds.
import asyncio
import inspect


async def counts(limit):
    total = 0
    for number in range(limit):
        total += number
        await asyncio.sleep(1)
        yield total


def show(agen):
    print(inspect.getasyncgenstate(agen), dict(inspect.getasyncgenlocals(agen)), agen.ag_running, agen.ag_suspended)


async def main():
    agen = counts(3)
    show(agen)
    task = asyncio.create_task(anext(agen))
    await asyncio.sleep(0)
    print(agen.ag_running, agen.ag_code.co_name)
    await task
    show(agen)
    await agen.aclose()
    show(agen)
    print(agen.ag_frame)
    try:
        inspect.getasyncgenlocals(main)
    except TypeError as error:
        print(str(error).startswith("<function main at"))


asyncio.run(main())
