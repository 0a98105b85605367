import asyncio

loop = asyncio.new_event_loop()
loop.call_later(1, print, "at one")
loop.call_later(2, loop.stop)
loop.call_later(3, print, "at three")
loop.run_forever()
print("stopped at", loop.time())
loop.call_later(2, loop.stop)
loop.run_forever()
print("stopped at", loop.time())
loop.close()
