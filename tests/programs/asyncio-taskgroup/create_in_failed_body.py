import asyncio


async def bad():
    raise ValueError("bad")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                try:
                    tg.create_task(asyncio.sleep(0))
                except RuntimeError as error:
                    print(error)
                raise
    except* ValueError as group:
        print(repr(group))


asyncio.run(main())
