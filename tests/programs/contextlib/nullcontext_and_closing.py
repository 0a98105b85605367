import asyncio
from contextlib import closing, nullcontext


class Thing:
    def close(self):
        print("closed")


with closing(Thing()) as thing:
    print(type(thing).__name__)
with nullcontext("value") as value:
    print(value)


async def main():
    async with nullcontext(5) as number:
        print(number)


asyncio.run(main())
