async def go():
    pass


def caller():
    coro = go()
    print("caller ends")


caller()
print("after")
