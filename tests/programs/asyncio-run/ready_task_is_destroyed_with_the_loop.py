# A task in the ready queue of a loop goes away when that is closed.
import asyncio


async def busy(name):
    try:
        for _ in range(30):
            await asyncio.sleep(0)
    finally:
        print(name, "is left")


async def background():
    try:
        await asyncio.sleep(10)
    finally:
        asyncio.create_task(busy("busy"), name="busy")


async def main():
    asyncio.create_task(background())
    await asyncio.sleep(0)


asyncio.run(main())
print("end")
