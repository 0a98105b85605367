"""A coroutine kept in a global is found when the interpreter goes away."""


async def go():
    pass


coro = go()
print("last line")
