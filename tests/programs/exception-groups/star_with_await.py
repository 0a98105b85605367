import asyncio


async def main():
    try:
        await asyncio.sleep(1)
        raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])
    except* ValueError as group:
        await asyncio.sleep(1)
        print(repr(group), asyncio.get_running_loop().time())
    except* TypeError as group:
        await asyncio.sleep(1)
        print(repr(group), asyncio.get_running_loop().time())


asyncio.run(main())
