import asyncio


async def coroutine_function():
    pass


async def main():
    loop = asyncio.get_running_loop()
    coroutine = coroutine_function()
    for value in (coroutine, coroutine_function, None, 3):
        for method in (loop.call_soon, loop.call_soon_threadsafe):
            try:
                method(value)
            except TypeError as error:
                if value is not coroutine_function and value is not coroutine:
                    print(error)
                else:
                    print(type(value).__name__, error)
    for attempt in (lambda: loop.call_later(1, None), lambda: loop.call_at(1, None)):
        try:
            attempt()
        except TypeError as error:
            print(error)
    coroutine.close()


asyncio.run(main(), debug=True)
