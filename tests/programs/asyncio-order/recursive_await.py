"""Plain awaits of the same tree: depth first, and no task at all."""
import asyncio


async def node(path, depth):
    print(path)
    if depth:
        await node(path + "1", depth - 1)
        await node(path + "2", depth - 1)
        print(path, "closed")


asyncio.run(node("r", 2))
