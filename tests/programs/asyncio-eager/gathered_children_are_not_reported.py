# The tasks that gather makes of coroutines are nobody's to wait for: no report tells that they were left pending.
import asyncio


async def wait():
    await asyncio.sleep(10)


async def background():
    try:
        await asyncio.sleep(10)
    finally:
        asyncio.gather(wait(), wait())


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    asyncio.create_task(background())
    await asyncio.sleep(0)


asyncio.run(main())
print("end")
