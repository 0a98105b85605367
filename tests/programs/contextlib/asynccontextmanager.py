import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def connection(name):
    await asyncio.sleep(1)
    print("open", name)
    try:
        yield name.upper()
    finally:
        await asyncio.sleep(1)
        print("close", name, asyncio.get_running_loop().time())


async def main():
    async with connection("a") as a, connection("b") as b:
        print(a, b)
    try:
        async with connection("c"):
            raise ValueError("inside")
    except ValueError as error:
        print("out:", error)


asyncio.run(main())
