# The part of asyncio that is best said in Python: it runs the program's coroutines inside its own, so that
# the frames of both are one stack. These frames are hidden from tracebacks. What not every program needs is in the
# files beside this one (late.rs).


def _await_future(future):
    return (yield from future)


async def _wrap_awaitable(awaitable):
    return await awaitable


async def to_thread(func, /, *args, **kwargs):
    return await _run_in_thread(func, args, kwargs)
