import asyncio


class BadEnter:
    def __aenter__(self):
        return 1

    async def __aexit__(self, *exc):
        pass


class BadExit:
    async def __aenter__(self):
        return self

    def __aexit__(self, *exc):
        return 1


async def main():
    for manager in (BadEnter(), BadExit()):
        try:
            async with manager:
                print("inside")
        except TypeError as error:
            print(error)


asyncio.run(main())
