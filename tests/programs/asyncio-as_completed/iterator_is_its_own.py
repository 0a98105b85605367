"""It is an iterator and an asynchronous iterator."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    completed = asyncio.as_completed([work('a', 0), work('b', 1)])
    print(iter(completed) is completed, aiter(completed) is completed)
    print(await next(completed))
    print((await anext(completed)).result())
    for attempt in (lambda: next(completed), lambda: anext(completed)):
        try:
            await attempt()
        except (StopIteration, StopAsyncIteration) as error:
            print(type(error).__name__)


asyncio.run(main())
