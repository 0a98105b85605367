# asyncio.timeout: core watches the deadline; here is what the program enters and leaves.


class Timeout:
    __module__ = 'asyncio.timeouts'

    def __init__(self, when):
        self._guard = _timeout_at(when)
        self._when = when

    def when(self):
        return self._when

    def reschedule(self, when):
        self._guard.reschedule(when)
        self._when = when

    def expired(self):
        return self._guard.expired()

    def __repr__(self):
        state = self._guard.state()
        if state != 'active':
            return f'<Timeout [{state}]>'
        when = self._when if self._when is None else round(self._when, 3)
        return f'<Timeout [{state}] when={when}>'

    async def __aenter__(self):
        self._guard.enter()
        # Also when it has been left: the traceback of its TimeoutError leads to the task.
        self._task = current_task()
        return self

    async def __aexit__(self, kind, error, trace):
        assert self._guard.state() in ('active', 'expiring')
        end = self._guard.leave(error)
        if end == 'timed out':
            raise TimeoutError from error
        if end == 'overtaken':
            _insert_timeout_error(error)
            if isinstance(error, ExceptionGroup):
                for inner in error.exceptions:
                    _insert_timeout_error(inner)


def timeout(delay):
    now = get_running_loop().time()
    return Timeout(None if delay is None else now + delay)


def timeout_at(when):
    return Timeout(when)


def _insert_timeout_error(error):
    while error.__context__ is not None:
        if isinstance(error.__context__, CancelledError):
            timeout = TimeoutError()
            timeout.__context__ = timeout.__cause__ = error.__context__
            error.__context__ = timeout
            break
        error = error.__context__


async def _shut_down_within(closing, seconds):
    try:
        async with timeout(seconds):
            await closing
    except TimeoutError:
        from warnings import warn
        warn(f'The executor did not finishing joining its threads within {seconds} seconds.', RuntimeWarning)


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
    # As `async with timeout(...)` does, without the frames of it.
    now = get_running_loop().time()
    guard = _timeout_at(None if timeout is None else now + timeout)
    guard.enter()
    try:
        result = await fut
    except BaseException as error:
        end = guard.leave(error)
        if end == 'timed out':
            # The traceback leads to the task, as through the Timeout.
            task = current_task()
            raise TimeoutError from error
        if end == 'overtaken':
            _insert_timeout_error(error)
        raise
    guard.leave(None)
    return result
