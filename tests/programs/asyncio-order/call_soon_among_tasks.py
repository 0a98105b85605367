import asyncio


async def child():
    print("child")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon 1")
    task = asyncio.create_task(child())
    loop.call_soon(print, "soon 2")
    loop.call_later(0, print, "later 0")
    print("main")
    await asyncio.sleep(0)
    print("main after one tick")
    await asyncio.sleep(0)
    print("main after two ticks")


asyncio.run(main())
