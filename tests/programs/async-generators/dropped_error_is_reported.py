import asyncio


async def broken():
    try:
        yield 1
    finally:
        await asyncio.sleep(0)
        raise ZeroDivisionError("while closing")


def handler(loop, context):
    print(context["message"], repr(context["exception"]))


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    async for x in broken():
        break
    for _ in range(6):
        await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
