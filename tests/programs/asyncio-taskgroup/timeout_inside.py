import asyncio


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(5))
            async with asyncio.timeout(1):
                await asyncio.sleep(10)
    except* TimeoutError as group:
        print(repr(group), asyncio.get_running_loop().time())


asyncio.run(main())
