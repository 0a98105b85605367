import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow is cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(slow())
            await asyncio.sleep(1)
            raise KeyboardInterrupt("in the body")
    except BaseException as error:
        print("out of the group:", repr(error))


asyncio.run(main())
