# How tasks are made other than by the loop itself, and what they show of their stacks.


def _create_by_factory(factory, loop, coro, name, context):
    task = factory(loop, coro) if context is None else factory(loop, coro, context=context)
    task.set_name(name)
    return task


async def _sleep(delay, result):
    # For a delay that is no int or float: a number of another kind, or what cannot be compared with one.
    await sleep(0 if delay <= 0 else float(delay))
    return result


_sleep.__name__ = _sleep.__qualname__ = 'sleep'


def _start_eagerly(start, coro):
    # The first step runs in the fiber of whoever makes the task: it may block or pause like any call.
    try:
        awaited = coro.send(None)
    except StopIteration as end:
        return start.returned(end.value)
    except BaseException as error:
        return start.raised(error)
    return start.awaits(awaited)


def create_eager_task_factory(custom_task_constructor):
    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=True)

    return factory


eager_task_factory = create_eager_task_factory(Task)


def _gather_by_factory(aws, return_exceptions):
    # As gather does it, where making a task is a call that may block.
    known = {}
    futures = []
    for aw in aws:
        if id(aw) not in known:
            known[id(aw)] = ensure_future(aw)
            if known[id(aw)] is not aw:
                known[id(aw)]._log_destroy_pending = False
        futures.append(known[id(aw)])
    return gather(*futures, return_exceptions=return_exceptions)


async def _close_generators(loop, generators):
    results = await gather(*[agen.aclose() for agen in generators], return_exceptions=True)
    for result, agen in zip(results, generators):
        if isinstance(result, Exception):
            message = f'an error occurred during closing of asynchronous generator {agen!r}'
            loop.call_exception_handler({'message': message, 'exception': result, 'asyncgen': agen})


def _submitted(submit, func, *args):
    return wrap_future(submit(func, *args))


def _stack(task, limit):
    rows = _stack_of(task)
    if limit is None:
        return rows
    limit = max(limit, 0)
    # The first ones that an error came through, but the innermost of a task that is under way.
    return rows[:limit] if task.done() else rows[max(len(rows) - limit, 0):]


def _get_stack(task, limit):
    return [row[0] for row in _stack(task, limit)]


def _print_stack(task, limit, file):
    import sys
    rows = _stack(task, limit)
    error = None if not task.done() or task.cancelled() else task._peek_exception()
    if not rows:
        print(f'No stack for {task!r}', file=file)
    elif error is not None:
        print(f'Traceback for {task!r} (most recent call last):', file=file)
    else:
        print(f'Stack for {task!r} (most recent call last):', file=file)
    for _, name, line, function, text in rows:
        print(f'  File "{name}", line {line}, in {function}', file=file or sys.stderr)
        if text:
            print(f'    {text}', file=file or sys.stderr)
    if error is not None:
        words = str(error)
        print(f'{type(error).__name__}: {words}' if words else type(error).__name__, file=file)
