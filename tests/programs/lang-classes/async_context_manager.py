import asyncio


class Connection:
    async def __aenter__(self):
        print("connecting")
        await asyncio.sleep(1)
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(1)
        print("closed after", kind.__name__ if kind else None)

    async def query(self, n):
        return n * 2


async def main():
    async with Connection() as connection:
        print(await connection.query(21))
    try:
        async with Connection():
            raise ValueError("inside")
    except ValueError as error:
        print("caught", error)


asyncio.run(main())
