import asyncio


async def greet(name):
    await asyncio.sleep(1)
    print("hello", name)


async def ready():
    return False


async def main():
    greet("Ada")  # nothing happens
    if ready():
        print("ready")
    print(f"state: {ready()}")
    result = greet("Bob")
    await asyncio.sleep(1)


asyncio.run(main())
