import asyncio


async def work(n):
    await asyncio.sleep(n)
    if n % 2:
        raise ValueError(n)
    return n


async def main():
    results = await asyncio.gather(*(work(n) for n in range(4)), return_exceptions=True)
    errors = [result for result in results if isinstance(result, Exception)]
    raise ExceptionGroup("gathered", errors)


try:
    asyncio.run(main())
except* ValueError as group:
    print(repr(group))
    print([error.__traceback__ is not None for error in group.exceptions])
