import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
loop.close()
loop.close()
attempts = {
    "call_soon": lambda: loop.call_soon(print),
    "call_soon_threadsafe": lambda: loop.call_soon_threadsafe(print),
    "call_later": lambda: loop.call_later(1, print),
    "call_at": lambda: loop.call_at(1, print),
    "run_forever": loop.run_forever,
    "run_until_complete": lambda: loop.run_until_complete(future),
}
for name, attempt in attempts.items():
    try:
        attempt()
    except RuntimeError as error:
        print(name, "->", error)
print(loop)
