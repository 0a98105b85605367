# A task that is made while asyncio.run cancels the others is never cancelled: it is told of when the program ends.
import asyncio


async def cleanup(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "is left")


async def background():
    try:
        await asyncio.sleep(10)
    finally:
        for number in range(2):
            asyncio.create_task(cleanup(f"cleanup {number}"), name=f"cleanup {number}")


async def main():
    asyncio.create_task(background(), name="background")
    await asyncio.sleep(0)


asyncio.run(main())
print("end")
