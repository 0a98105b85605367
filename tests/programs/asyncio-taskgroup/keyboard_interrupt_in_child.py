import asyncio


async def interrupt():
    await asyncio.sleep(1)
    raise KeyboardInterrupt("from a child")


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow is cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(interrupt())
            tg.create_task(slow())
    except BaseException as error:
        print("out of the group:", repr(error))


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print("out of run:", repr(error))
