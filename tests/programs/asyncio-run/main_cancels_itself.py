import asyncio


async def main():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)
    print("never printed")


try:
    asyncio.run(main())
except asyncio.CancelledError as error:
    print("CancelledError", error.args)
