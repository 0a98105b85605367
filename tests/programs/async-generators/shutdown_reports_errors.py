import asyncio

kept = []


async def broken():
    try:
        yield 1
    finally:
        raise ZeroDivisionError("while closing")


def handler(loop, context):
    print(sorted(context))
    print(context["message"].split(" <")[0])
    print(repr(context["exception"]), context["asyncgen"] is kept[0])


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    kept.append(broken())
    print(await anext(kept[0]))


asyncio.run(main())
