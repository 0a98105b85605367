"""An exception in a task that is being shut down is reported, and run still returns."""
import asyncio


async def background():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError("while cleaning up")


async def main():
    task = asyncio.create_task(background(), name="cleaner")
    await asyncio.sleep(0)
    return "result"


print(asyncio.run(main()))
