import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(print, "first")
loop.call_soon(loop.stop)
loop.call_soon(print, "same iteration")
loop.call_soon(lambda: loop.call_soon(print, "next iteration"))
loop.run_forever()
print("--- again")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
