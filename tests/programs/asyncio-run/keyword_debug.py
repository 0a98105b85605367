import asyncio


async def main():
    return "fine"


print(asyncio.run(main(), debug=False))
