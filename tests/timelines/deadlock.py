import asyncio


async def wait_for_each_other(other):
    await other


async def main():
    never = asyncio.get_running_loop().create_future()
    await asyncio.gather(wait_for_each_other(never), wait_for_each_other(never))


asyncio.run(main())
