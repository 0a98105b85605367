"""Two tasks wake each other through futures."""
import asyncio


async def player(name, mine, theirs):
    for turn in range(3):
        await mine[turn]
        print(name, turn)
        theirs[turn].set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    left = [loop.create_future() for _ in range(4)]
    right = [loop.create_future() for _ in range(3)]
    ping = asyncio.create_task(player("ping", left, right))
    pong = asyncio.create_task(player("pong", right, left[1:]))
    left[0].set_result(None)
    await ping
    await pong


asyncio.run(main())
