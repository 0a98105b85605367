import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
future.add_done_callback(lambda done: print("callback", done.result()))
future.set_result(1)
print("set")
loop.call_soon(print, "after the callback")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
