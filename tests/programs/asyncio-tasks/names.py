import asyncio


async def child():
    return asyncio.current_task().get_name()


async def main():
    print(asyncio.current_task().get_name())
    plain = asyncio.create_task(child())
    named = asyncio.create_task(child(), name="fetcher")
    number = asyncio.create_task(child(), name=7)
    print(plain.get_name(), named.get_name(), repr(number.get_name()))
    plain.set_name("renamed")
    print(await plain, await named, await number)
    named.set_name(3.5)
    print(repr(named.get_name()))


asyncio.run(main())
