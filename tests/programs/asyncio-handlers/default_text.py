import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "only a message"})
    loop.call_exception_handler({})
    loop.call_exception_handler({"message": "with more", "zebra": [1, 2], "apple": "red"})
    loop.call_exception_handler({"message": "with an exception", "exception": ValueError("made by hand")})
    try:
        raise KeyError("raised")
    except KeyError as error:
        loop.default_exception_handler({"message": "with a traceback", "exception": error})


asyncio.run(main())
