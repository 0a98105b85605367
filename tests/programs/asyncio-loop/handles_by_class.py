import asyncio


class Timer:
    handle: asyncio.TimerHandle | None = None


async def main():
    loop = asyncio.get_running_loop()
    soon, later = loop.call_soon(print, 'called'), loop.call_later(9, print)
    print(isinstance(soon, asyncio.Handle), isinstance(soon, asyncio.TimerHandle))
    print(isinstance(later, asyncio.Handle), isinstance(later, asyncio.TimerHandle), Timer.__annotations__)
    await asyncio.sleep(0)


asyncio.run(main())
