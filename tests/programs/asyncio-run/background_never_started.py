"""A task made in main's last moment: it is cancelled before its first step."""
import asyncio


async def background():
    print("never printed")


async def main():
    asyncio.create_task(background())
    print("main: done")


asyncio.run(main())
print("after run")
