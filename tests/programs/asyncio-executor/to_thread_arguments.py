import asyncio


def show(*args, **kwargs):
    return args, kwargs


async def main():
    print(await asyncio.to_thread(show))
    print(await asyncio.to_thread(show, 1, 2, name="three"))


asyncio.run(main())
