import asyncio


async def child(name):
    print(name, 1)
    await asyncio.sleep(0)
    print(name, 2)
    await asyncio.sleep(0)
    print(name, 3)


async def main():
    tasks = [asyncio.create_task(child(n)) for n in "xy"]
    print("main 1")
    await asyncio.sleep(0)
    print("main 2")
    await asyncio.sleep(0)
    print("main 3")
    await asyncio.sleep(0)
    print("main 4")
    await asyncio.sleep(0)
    print("main 5", [t.done() for t in tasks])


asyncio.run(main())
