import asyncio


def fail(future):
    raise ValueError(future.result())


def handler(loop, context):
    print(sorted(context), context["message"])
    print(context["handle"], repr(context["exception"]))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    future = loop.create_future()
    future.add_done_callback(fail)
    future.set_result("the result")
    await asyncio.sleep(0)


asyncio.run(main())
