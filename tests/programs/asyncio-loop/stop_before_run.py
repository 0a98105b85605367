import asyncio

loop = asyncio.new_event_loop()
loop.stop()
loop.call_soon(print, "one iteration runs")
loop.call_later(1, print, "never")
loop.run_forever()
print("over at", loop.time())
loop.close()
