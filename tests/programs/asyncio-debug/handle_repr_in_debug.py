import asyncio


def callback(*args):
    pass


loop = asyncio.new_event_loop()
loop.set_debug(True)
handle = loop.call_soon(callback, 1, "two")
print(handle)
handle.cancel()
print(handle)
loop.close()
