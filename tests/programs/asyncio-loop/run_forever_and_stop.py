import asyncio


def tick(n):
    print("tick", n)
    if n == 3:
        loop.stop()
    else:
        loop.call_later(0.5, tick, n + 1)


loop = asyncio.new_event_loop()
loop.call_soon(tick, 1)
loop.run_forever()
print("stopped at", loop.time(), loop.is_running(), loop.is_closed())
loop.close()
print(loop.is_closed())
