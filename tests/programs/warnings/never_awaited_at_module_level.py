async def go():
    pass


go()
print("after")
