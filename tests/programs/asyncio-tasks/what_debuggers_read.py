# The parts of tasks and futures that debugging helpers look at.
import asyncio


async def work(future):
    return await future


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(work(future))
    print(task._coro.__name__, task._loop is loop, task._fut_waiter, task._must_cancel)
    await asyncio.sleep(0)
    print(task._fut_waiter is future, task._state, task._result, task._exception)
    future.set_result(5)
    await task
    print(task._fut_waiter, task._state, task._result, future._result)
    failed = asyncio.create_task(work(None))
    await asyncio.wait([failed])
    print(failed._exception, failed._coro.cr_frame)
    late = asyncio.create_task(work(future))
    late.cancel()
    print(late._must_cancel)


asyncio.run(main())
