import asyncio
import time


async def quick_end():
    time.sleep(0.2)
    return "done"


async def failing():
    time.sleep(0.3)
    raise ValueError("late")


async def main():
    first = asyncio.create_task(quick_end(), name="first")
    second = asyncio.create_task(failing(), name="second")
    print(await first)
    try:
        await second
    except ValueError as error:
        print(error)


asyncio.run(main(), debug=True)
