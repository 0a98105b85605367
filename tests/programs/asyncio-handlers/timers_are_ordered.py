import asyncio


def callback():
    pass


async def main():
    loop = asyncio.get_running_loop()
    early, late = loop.call_later(1, callback), loop.call_later(2, callback)
    same = loop.call_later(1, callback)
    print(early < late, early <= late, early > late, early >= late)
    print(early == same, early != same, early == late, early <= same)
    print([handle.when() for handle in sorted([late, early])])
    same.cancel()
    print(early == same)
    try:
        early < 3
    except TypeError as error:
        print(error)


asyncio.run(main())
