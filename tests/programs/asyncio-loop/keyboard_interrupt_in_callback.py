import asyncio


def interrupt():
    raise KeyboardInterrupt


loop = asyncio.new_event_loop()
loop.call_soon(interrupt)
loop.call_soon(print, "left for the next run")
try:
    loop.run_forever()
except KeyboardInterrupt:
    print("interrupted", loop.is_running())
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
