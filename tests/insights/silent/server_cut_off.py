import asyncio


async def heartbeat():
    while True:
        await asyncio.sleep(1)


async def main():
    asyncio.create_task(heartbeat())
    await asyncio.sleep(3)


asyncio.run(main())
