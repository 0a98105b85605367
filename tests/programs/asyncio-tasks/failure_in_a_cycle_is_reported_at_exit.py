# A coroutine whose locals lead to its own task: the exception, its traceback and the task hold each other until the end.
import asyncio


async def fail():
    me = asyncio.current_task()
    raise ValueError(me.get_name())


async def plain():
    raise ValueError("plain")


async def main():
    asyncio.create_task(fail(), name="cycle")
    asyncio.create_task(plain(), name="plain")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())
print("end")
