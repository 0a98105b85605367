# A group of tasks
# TaskGroup waits for all of its tasks; when one fails, it cancels the others and raises what went wrong.

import asyncio


async def fetch(page, seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"{page}: given up")
        raise
    if page == "prices":
        raise ConnectionError("the prices are offline")
    print(f"{page}: fetched")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("news", 0.5))
            group.create_task(fetch("prices", 1))
            group.create_task(fetch("weather", 3))
    except* ConnectionError as group:
        for error in group.exceptions:
            print("failed:", error)


asyncio.run(main())
