import asyncio


def fail():
    1 / 0


def handler(loop, context):
    print(sorted(context))
    print(context["message"])
    print(context["handle"] is handle, repr(context["exception"]))


async def main():
    global handle
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    handle = loop.call_soon(fail)
    await asyncio.sleep(0)


asyncio.run(main())
