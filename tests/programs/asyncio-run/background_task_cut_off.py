"""When main returns, what still runs is cancelled and waited for."""
import asyncio


async def background():
    try:
        print("background: started")
        await asyncio.sleep(10)
        print("background: never printed")
    except asyncio.CancelledError:
        print("background: cancelled")
        raise
    finally:
        print("background: cleaned up")


async def main():
    asyncio.create_task(background())
    await asyncio.sleep(1)
    print("main: done")


asyncio.run(main())
print("after run")
