"""gather makes tasks too, and they take their numbers in order."""
import asyncio


async def who():
    await asyncio.sleep(0)
    return asyncio.current_task().get_name()


async def main():
    a = asyncio.create_task(who())
    print(await asyncio.gather(who(), a, who()))
    print(await who())
    print(await asyncio.wait_for(who(), 1))
    print(await asyncio.create_task(who()))


asyncio.run(main())
