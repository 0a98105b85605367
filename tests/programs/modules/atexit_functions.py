# What is registered runs when the program has ended and its threads too, the last first; it may block.
import asyncio
import atexit
import threading
import time


def bye(name, *, mark="."):
    print("bye", name + mark, time.monotonic())


@atexit.register
def first_registered():
    asyncio.run(asyncio.sleep(2))
    print("slept until", time.monotonic())


atexit.register(bye, "a", mark="!")
atexit.register(bye, "never")
atexit.register(bye, "b")
atexit.unregister(len)
try:
    atexit.register(None)
except TypeError as error:
    print(error)


@atexit.register
def registers_another():
    atexit.register(bye, "late")
    print("registering")


threading.Thread(target=lambda: (time.sleep(1), print("thread ends"))).start()
print("main ends")
raise SystemExit(3)
