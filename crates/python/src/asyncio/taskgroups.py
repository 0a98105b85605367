# asyncio.TaskGroup: core has the tasks and the rules; here is what the program enters, asks for tasks and leaves.


class TaskGroup:
    __module__ = 'asyncio.taskgroups'

    def __init__(self):
        self._group = _task_group()

    def __repr__(self):
        return f'<TaskGroup{self._group.state()}>'

    async def __aenter__(self):
        if self._group.entered():
            raise RuntimeError(f'TaskGroup {self!r} has already been entered')
        if current_task() is None:
            raise RuntimeError(f'TaskGroup {self!r} cannot determine the parent task')
        self._group.enter()
        self._loop = get_running_loop()
        return self

    async def __aexit__(self, kind, error, trace):
        leaving = self._group.leave(error)
        # The traceback leads to this frame, which must not lead to the error again.
        error = trace = None
        await leaving

    def create_task(self, coro, *, name=None, context=None):
        refusal = self._group.refusal()
        if refusal is not None:
            coro.close()
            raise RuntimeError(f'TaskGroup {self!r} {refusal}')
        if context is None:
            task = self._loop.create_task(coro, name=name)
        else:
            task = self._loop.create_task(coro, name=name, context=context)
        self._group.adopt(task)
        return task
