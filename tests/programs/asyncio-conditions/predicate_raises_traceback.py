import asyncio


def ready():
    raise LookupError("nothing is ready")


async def main():
    condition = asyncio.Condition()
    async with condition:
        await condition.wait_for(ready)


asyncio.run(main())
