import asyncio

tg = asyncio.TaskGroup()
enter = tg.__aenter__()
try:
    enter.send(None)
except RuntimeError as error:
    print(error)


async def main():
    print("a group made outside is entered inside")
    async with tg:
        pass


asyncio.run(main())
