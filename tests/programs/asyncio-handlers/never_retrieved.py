import asyncio


async def fail():
    raise ValueError("nobody looks")


def handler(loop, context):
    print(list(context))
    print(context["message"])
    print(repr(context["exception"]), context["future"])


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    asyncio.create_task(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("main goes on")


asyncio.run(main())
