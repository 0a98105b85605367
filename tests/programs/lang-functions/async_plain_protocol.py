"""A coroutine is an object that can be driven by hand."""


async def inner():
    return "inner value"


async def outer():
    return await inner()


coro = outer()
try:
    coro.send(None)
except StopIteration as stop:
    print("StopIteration:", stop.value)
coro = outer()
try:
    coro.send(1)
except TypeError as error:
    print("TypeError:", error)
coro.close()
coro = outer()
try:
    coro.throw(ValueError("thrown in"))
except ValueError as error:
    print("ValueError:", error)
