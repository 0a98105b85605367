import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(print, "never")
loop.call_later(1, print, "never")
loop.close()
print(loop.is_closed(), loop.is_running())
