import asyncio


async def main():
    return "once"


coro = main()
print(asyncio.run(coro))
try:
    asyncio.run(coro)
except RuntimeError as error:
    print("RuntimeError:", error)
