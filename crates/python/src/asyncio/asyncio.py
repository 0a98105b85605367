# The part of asyncio that is best said in Python: it runs the program's coroutines inside its own, so that
# the frames of both are one stack. These frames are hidden from tracebacks.


def _await_future(future):
    return (yield from future)


async def _wrap_awaitable(awaitable):
    return await awaitable


async def wait_for(fut, timeout):
    if fut is not None and not isfuture(fut) and not iscoroutine(fut) and not hasattr(fut, "__await__"):
        raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        fut.cancel()
        try:
            await fut
        except CancelledError as error:
            raise TimeoutError from error
        return fut.result()
    when = None if timeout is None else get_running_loop().time() + timeout
    guard = _timeout_at(when)
    guard._enter()
    try:
        result = await fut
    except BaseException as error:
        if guard._exit(error):
            raise TimeoutError from error
        raise
    guard._exit(None)
    return result
