import asyncio


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(asyncio.sleep(1))
        raise KeyError("in the body")


asyncio.run(main())
