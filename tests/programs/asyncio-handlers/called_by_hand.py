import asyncio


def handler(loop, context):
    print(loop is asyncio.get_running_loop(), context)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_exception_handler({"message": "by hand", "number": 3})
    print(loop.call_exception_handler({}))


asyncio.run(main())
