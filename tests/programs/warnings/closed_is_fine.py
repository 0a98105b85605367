"""close() on a coroutine that never started: no warning."""


async def go():
    pass


coro = go()
coro.close()
coro.close()
print("closed")
