# A program ends with a loop that it never closed: the loop goes with its name, and then the tasks in it.
import asyncio


async def wait_long():
    try:
        await asyncio.sleep(10)
    finally:
        print("left")


async def main():
    asyncio.create_task(wait_long(), name="background")
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
print("end")
