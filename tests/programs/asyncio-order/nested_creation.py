"""Tasks that make tasks: breadth first."""
import asyncio


async def node(path, depth):
    print(path)
    if depth == 0:
        return
    children = [asyncio.create_task(node(path + str(i), depth - 1)) for i in (1, 2)]
    for child in children:
        await child
    print(path, "closed")


asyncio.run(node("r", 2))
