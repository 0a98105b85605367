"""Each await of a failed task raises the same exception."""
import asyncio


async def fail():
    raise ValueError("once")


async def main():
    task = asyncio.create_task(fail())
    caught = []
    for _ in range(2):
        try:
            await task
        except ValueError as error:
            caught.append(error)
    print(caught, caught[0] is caught[1])


asyncio.run(main())
