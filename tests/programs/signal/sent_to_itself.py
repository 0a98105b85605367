# A program's own signals: handlers at once, the loop's one iteration after it hears of them.
import asyncio
import os
import signal


def plain(number, frame):
    print("plain", signal.Signals(number).name, frame.f_code.co_name)


async def main():
    loop = asyncio.get_running_loop()
    told = asyncio.Event()

    def stop(name):
        print(name, "at", loop.time())
        told.set()

    loop.add_signal_handler(signal.SIGTERM, stop, "terminated")
    loop.call_later(2, os.kill, os.getpid(), signal.SIGTERM)
    await told.wait()
    print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
    loop.add_signal_handler(signal.SIGUSR1, print, "usr1")
    os.kill(os.getpid(), signal.SIGUSR1)
    for number in range(4):
        loop.call_soon(print, "soon", number)
        await asyncio.sleep(0)
        print("step", number)


asyncio.run(main())
signal.signal(signal.SIGUSR2, plain)
signal.raise_signal(signal.SIGUSR2)
signal.signal(signal.SIGUSR2, signal.SIG_IGN)
signal.raise_signal(signal.SIGUSR2)
os.kill(os.getpid(), 0)
try:
    os.kill(3999999, signal.SIGTERM)
except ProcessLookupError as error:
    print(error)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as error:
    print(repr(error))
