import asyncio


def failing():
    raise ValueError("x")


def deep(n):
    if n:
        deep(n - 1)
    else:
        asyncio.get_running_loop().call_soon(failing)


async def main():
    deep(0)
    deep(2)
    deep(12)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
