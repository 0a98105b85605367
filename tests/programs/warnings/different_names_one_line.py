async def a():
    pass


async def b():
    pass


for function in (a, b, a):
    function()
print("done")
