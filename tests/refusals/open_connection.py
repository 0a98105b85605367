import asyncio


async def main():
    try:
        await asyncio.open_connection("example.com", 80)
    except OSError as error:
        print(error)
    await asyncio.create_subprocess_shell("ls")


asyncio.run(main())
