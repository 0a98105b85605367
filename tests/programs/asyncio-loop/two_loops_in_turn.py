import asyncio


async def work(name):
    await asyncio.sleep(1)
    print(name)


first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
first.run_until_complete(work("first"))
second.run_until_complete(work("second"))
first.run_until_complete(work("first again"))
print(first is second, first.is_closed())
first.close()
second.close()
