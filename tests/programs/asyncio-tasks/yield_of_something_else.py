"""A coroutine that yields what is no future gets an error."""
import asyncio


class Wrong:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield self.value


async def main():
    for wrong in (5, 'text'):
        try:
            await Wrong(wrong)
        except RuntimeError as error:
            print('RuntimeError:', error)


asyncio.run(main())
