import asyncio


async def careful():
    try:
        print("never printed")
    except asyncio.CancelledError:
        print("never printed either")
    finally:
        print("nor this")


def generate():
    try:
        yield 1
    except ValueError:
        print("never printed")


async def main():
    task = asyncio.create_task(careful())
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    try:
        generate().throw(ValueError("into the unstarted"))
    except ValueError as error:
        print(repr(error))


asyncio.run(main())
