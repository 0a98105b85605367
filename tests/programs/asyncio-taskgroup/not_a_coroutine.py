import asyncio


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(42)
    except* TypeError as group:
        print(group.exceptions[0])
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task()
    except* TypeError as group:
        print(group.exceptions[0])
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(0), "name")
    except* TypeError as group:
        print(group.exceptions[0])


asyncio.run(main())
