# A loop takes handlers of signals; each signal has one.
import asyncio


def stop():
    print("never called")


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(15, stop)
    loop.add_signal_handler(15, print, "again")
    print(loop.remove_signal_handler(15), loop.remove_signal_handler(15))
    for wrong in ("TERM", 0):
        try:
            loop.add_signal_handler(wrong, stop)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    try:
        loop.add_signal_handler(15, main)
    except TypeError as error:
        print(error)


asyncio.run(main())
