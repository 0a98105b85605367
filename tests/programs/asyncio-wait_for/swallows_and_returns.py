"""Work that swallows the cancellation and returns: wait_for hands back the result."""
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "my own answer"


async def main():
    try:
        print(await asyncio.wait_for(stubborn(), 1))
    except TimeoutError:
        print("timeout")
    task = asyncio.create_task(stubborn())
    try:
        print(await asyncio.wait_for(task, 1))
    except TimeoutError:
        print("timeout", task.done())


asyncio.run(main())
