"""Its repr shows its state, and the deadline while inside."""
import asyncio


async def main():
    cm = asyncio.timeout(1.23456)
    print(cm)
    try:
        async with cm:
            print(cm)
            try:
                await asyncio.sleep(10)
            finally:
                print(cm)
    except TimeoutError:
        print(cm)
    cm = asyncio.timeout(None)
    async with cm:
        print(cm)
    print(cm)


asyncio.run(main())
