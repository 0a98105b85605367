import asyncio


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(1)
    done = loop.create_future()
    handle = loop.call_at(3, done.set_result, "done")
    print(handle.when())
    print(await done, loop.time())


asyncio.run(main())
