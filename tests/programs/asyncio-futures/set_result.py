import asyncio


async def setter(future):
    await asyncio.sleep(1)
    print("setting")
    future.set_result("value")


async def main():
    future = asyncio.get_running_loop().create_future()
    asyncio.create_task(setter(future))
    print("got", await future)
    print(future.done(), future.result(), future.exception())


asyncio.run(main())
