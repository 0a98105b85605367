"""Python shows a warning once for each place."""


async def go():
    pass


for _ in range(3):
    go()
go()
print("done")
