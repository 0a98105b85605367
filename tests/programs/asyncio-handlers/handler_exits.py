import asyncio


def handler(loop, context):
    raise SystemExit(5)


def fail():
    1 / 0


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(fail)
    await asyncio.sleep(1)
    print("never")


try:
    asyncio.run(main())
except SystemExit as error:
    print("exit", error.code)
