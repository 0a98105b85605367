import asyncio


async def fail(n):
    await asyncio.sleep(n)
    raise ValueError(n)


async def main():
    tasks = [asyncio.create_task(fail(n), name=f"T{n}") for n in (2, 1)]
    await asyncio.sleep(3)
    print([task.done() for task in tasks])


asyncio.run(main())
print("after run")
