import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    print(name, loop.time())
    return name


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
both = asyncio.gather(work("a", 2), work("b", 1))
print(loop.run_until_complete(both))
loop.close()
