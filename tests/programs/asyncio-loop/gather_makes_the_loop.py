import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n


pair = asyncio.gather(work(1), work(2))
loop = asyncio.get_event_loop()
print(loop.run_until_complete(pair))
loop.close()
