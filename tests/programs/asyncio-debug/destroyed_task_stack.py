import asyncio


async def child():
    await asyncio.sleep(10)


async def start():
    return asyncio.create_task(child(), name="lost")


async def main():
    await start()
    asyncio.ensure_future(child())
    asyncio.get_running_loop().create_task(child(), name="by the loop")
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.set_debug(True)
loop.run_until_complete(main())
loop.close()
