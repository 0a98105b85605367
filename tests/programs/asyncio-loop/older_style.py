import asyncio


async def hello(name, delay):
    await asyncio.sleep(delay)
    print("hello", name)


loop = asyncio.get_event_loop()
tasks = [loop.create_task(hello("a", 1)), loop.create_task(hello("b", 2))]
loop.run_until_complete(asyncio.gather(*tasks))
loop.close()
