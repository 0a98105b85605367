"""`asyncio.run` hands back what the coroutine returns."""
import asyncio


async def main():
    await asyncio.sleep(1)
    return {"answer": 42}


print(asyncio.run(main()))
