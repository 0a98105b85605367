# The part of asyncio that is best said in Python: it runs the program's coroutines inside its own, so that
# the frames of both are one stack. These frames are hidden from tracebacks.


def _await_future(future):
    return (yield from future)


async def _wrap_awaitable(awaitable):
    return await awaitable


async def _cancel_and_wait(future):
    waiter = get_running_loop().create_future()

    def release(_):
        if not waiter.done():
            waiter.set_result(None)

    future.add_done_callback(release)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(release)


def _insert_timeout_error(error):
    while error.__context__ is not None:
        if isinstance(error.__context__, CancelledError):
            timeout = TimeoutError()
            timeout.__context__ = timeout.__cause__ = error.__context__
            error.__context__ = timeout
            break
        error = error.__context__


async def wait_for(fut, timeout):
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as error:
            raise TimeoutError from error
    when = None if timeout is None else get_running_loop().time() + timeout
    guard = _timeout_at(when)
    guard._enter()
    try:
        result = await fut
    except BaseException as error:
        if guard._exit(error):
            raise TimeoutError from error
        if guard.expired():
            _insert_timeout_error(error)
        raise
    guard._exit(None)
    return result
