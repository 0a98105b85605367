import asyncio
import time


async def main():
    await asyncio.sleep(0.1)
    time.sleep(0.2)
    await asyncio.sleep(0.1)


asyncio.run(main(), debug=True)
