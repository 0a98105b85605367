import asyncio


async def nested():
    return asyncio.current_task()


async def main():
    me = asyncio.current_task()
    print(me is await nested())
    child = asyncio.create_task(nested())
    print(await child is child, child is me)


asyncio.run(main())
