import asyncio


def handler(loop, context):
    pass


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    for value in ("text", 3):
        try:
            loop.set_exception_handler(value)
        except TypeError as error:
            print(error)


asyncio.run(main())
