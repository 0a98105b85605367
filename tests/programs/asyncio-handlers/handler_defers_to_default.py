import asyncio


def handler(loop, context):
    print("seen:", context["message"])
    loop.default_exception_handler(context)


def fail():
    {}["key"]


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(fail)
    await asyncio.sleep(0)


asyncio.run(main())
