import asyncio


async def waiter(name, future):
    print(name, await future)


async def main():
    future = asyncio.Future()
    tasks = [asyncio.create_task(waiter(n, future)) for n in ("first", "second", "third")]
    await asyncio.sleep(1)
    future.set_result("go")
    print("main has set it")
    await asyncio.gather(*tasks)


asyncio.run(main())
