"""With no time at all, what is done already still comes."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    done = asyncio.create_task(work('done', 0))
    await done
    async for task in asyncio.as_completed([done], timeout=0):
        print(task.result())
    try:
        for coroutine in asyncio.as_completed([work('late', 1)], timeout=0):
            print(await coroutine)
    except TimeoutError as error:
        print(repr(error))


asyncio.run(main())
