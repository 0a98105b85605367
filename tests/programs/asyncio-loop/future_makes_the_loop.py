import asyncio

future = asyncio.Future()
loop = future.get_loop()
loop.call_soon(future.set_result, 7)
print(loop.run_until_complete(future), loop is asyncio.get_event_loop())
loop.close()
