import asyncio


async def wait(future):
    await future


def handler(loop, context):
    print(list(context), context["message"], context["task"].get_name())


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    task = asyncio.create_task(wait(loop.create_future()), name="lost")
    await asyncio.sleep(0)
    del task
    await asyncio.sleep(0)
    print("main goes on")


asyncio.run(main())
