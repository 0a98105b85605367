import asyncio


def handler(loop, context):
    raise RuntimeError("the handler fails, too")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_exception_handler({"message": "first"})
    print("main goes on")


asyncio.run(main())
