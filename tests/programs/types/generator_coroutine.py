# A generator that may be awaited.
import asyncio
import types

@types.coroutine
def switch(n):
    for _ in range(n):
        yield
    return n * 10

async def main():
    print(await switch(2), await switch(0))

asyncio.run(main())
print(switch.__name__)
