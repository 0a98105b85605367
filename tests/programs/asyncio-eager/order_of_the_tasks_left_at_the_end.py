# The loop knows of an eager task once its first step is over: an inner one comes before the task that made it.
import asyncio


async def wait(name):
    try:
        await asyncio.sleep(1)
    finally:
        print("cancelled", name)


async def outer(name):
    inner = asyncio.create_task(wait(f"{name} inner"))
    await wait(name)
    await inner


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    tasks = [asyncio.create_task(outer("first")), asyncio.create_task(outer("second"))]
    tasks.append(asyncio.create_task(wait("third")))


asyncio.run(main())
