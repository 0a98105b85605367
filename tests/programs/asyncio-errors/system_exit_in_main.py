import asyncio


async def main():
    print("leaving")
    raise SystemExit(3)


asyncio.run(main())
print("never printed")
