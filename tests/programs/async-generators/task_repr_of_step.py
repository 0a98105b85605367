import asyncio


async def gen():
    yield 1


async def main():
    agen = gen()
    task = asyncio.create_task(anext(agen), name="step")
    print(task)
    await task
    print(task)
    print(type(task.get_coro()).__name__)


asyncio.run(main())
