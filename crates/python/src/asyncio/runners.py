# asyncio.Runner: what asyncio.run does, in parts. The loop is run by core; what it cleans up is the loop's.


class Runner:
    __module__ = 'asyncio.runners'

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = 'created'
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, kind, error, trace):
        self.close()

    def close(self):
        if self._state != 'open':
            return
        loop = self._loop
        try:
            _cancel_all_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            if self._loop_factory is None:
                set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = 'closed'

    def get_loop(self):
        self._open()
        return self._loop

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError(f'a coroutine was expected, got {coro!r}')
        if _get_running_loop() is not None:
            raise RuntimeError('Runner.run() cannot be called from a running event loop')
        self._open()
        task = self._loop.create_task(coro, context=self._context if context is None else context)
        _interruptible(self._loop, task)
        try:
            return self._loop.run_until_complete(task)
        except CancelledError:
            if _interrupted(self._loop) and task.uncancel() == 0:
                raise KeyboardInterrupt()
            raise
        finally:
            # The circle of the task and its error is the loop's to keep.
            del task

    def _open(self):
        if self._state == 'closed':
            raise RuntimeError('Runner is closed')
        if self._state == 'open':
            return
        if self._loop_factory is None:
            self._loop = new_event_loop()
            set_event_loop(self._loop)
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        import contextvars
        self._context = contextvars.copy_context()
        self._state = 'open'


def _run_in_runner(main, debug, loop_factory):
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def _cancel_all_tasks(loop):
    tasks = list(all_tasks(loop))
    if not tasks:
        return
    for task in tasks:
        task.cancel()
    loop.run_until_complete(gather(*tasks, return_exceptions=True))
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({
                'message': 'unhandled exception during asyncio.run() shutdown',
                'exception': task.exception(),
                'task': task,
            })
