import asyncio


async def gen():
    try:
        yield 1
        await asyncio.sleep(10)
    finally:
        yield "in finally"


async def main():
    agen = gen()
    print(await anext(agen))
    task = asyncio.create_task(anext(agen))
    await asyncio.sleep(1)
    task.cancel()
    print(await task, task.cancelled())
    try:
        await anext(agen)
    except asyncio.CancelledError:
        print("CancelledError after the finally")


asyncio.run(main())
