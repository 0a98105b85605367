import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_later(1.5, future.set_result, "the answer")
print(loop.run_until_complete(future))
print(loop.run_until_complete(future), loop.time())
loop.close()
