import asyncio


async def coroutine_function():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for value in (coroutine_function, None):
        try:
            loop.run_in_executor(None, value)
        except TypeError as error:
            print(error)


asyncio.run(main(), debug=True)
