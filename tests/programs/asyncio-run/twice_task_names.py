"""The counter behind the names of tasks never starts again."""
import asyncio


async def child():
    return asyncio.current_task().get_name()


async def main():
    me = asyncio.current_task().get_name()
    return me, await asyncio.create_task(child())


print(asyncio.run(main()))
print(asyncio.run(main()))
