import asyncio


async def main():
    print("main runs")


if __name__ == "__main__":
    print(__name__)
    asyncio.run(main())
