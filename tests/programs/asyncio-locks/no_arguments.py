import asyncio

for make in (
    lambda: asyncio.Lock(1),
    lambda: asyncio.Lock(loop=None),
    lambda: asyncio.Event(1),
    lambda: asyncio.Lock().release(1),
    lambda: asyncio.Event().set(True),
):
    try:
        make()
    except TypeError as error:
        print(error)
