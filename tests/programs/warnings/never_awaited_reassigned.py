async def go(n):
    pass


coro = go(1)
coro = go(2)
print("reassigned")
del coro
print("deleted")
