"""The classic: awaiting the result of a plain function."""
import asyncio


def fetch():
    return {"status": 200}


async def main():
    result = await fetch()
    print(result)


asyncio.run(main())
