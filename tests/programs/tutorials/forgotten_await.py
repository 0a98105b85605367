"""The beginner's list of mistakes."""
import asyncio


async def get_user(n):
    await asyncio.sleep(1)
    return {"id": n, "name": f"user{n}"}


async def main():
    user = get_user(1)
    print(type(user).__name__)
    try:
        print(user["name"])
    except TypeError as error:
        print("TypeError:", error)
    user = await get_user(2)
    print(user["name"])
    if get_user(3):
        print("a coroutine is always true")


asyncio.run(main())
