import asyncio


async def stubborn():
    try:
        await asyncio.sleep(100)
    finally:
        raise ValueError("while cleaning up")


def handler(loop, context):
    print(list(context))
    print(context["message"], repr(context["exception"]))
    print(context["task"].get_name())


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    task = asyncio.create_task(stubborn(), name="stubborn")
    await asyncio.sleep(0)


asyncio.run(main())
