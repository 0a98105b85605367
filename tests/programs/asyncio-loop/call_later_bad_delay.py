import asyncio

loop = asyncio.new_event_loop()
for attempt in (
    lambda: loop.call_later(None, print),
    lambda: loop.call_at(None, print),
    lambda: loop.call_later("soon", print),
):
    try:
        attempt()
    except TypeError as error:
        print(error)
loop.close()
