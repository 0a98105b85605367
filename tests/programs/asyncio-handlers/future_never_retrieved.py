import asyncio


def handler(loop, context):
    print(context["message"], repr(context["exception"]))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    future = loop.create_future()
    future.set_exception(ValueError("nobody looks"))
    del future
    await asyncio.sleep(0)
    print("main goes on")


asyncio.run(main())
