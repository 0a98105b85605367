# run_in_executor takes any executor; those of the library derive from Executor.
import asyncio
from concurrent.futures import Executor, Future, ThreadPoolExecutor


class AtOnce(Executor):
    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


async def main():
    loop = asyncio.get_running_loop()
    with AtOnce() as pool:
        print(await loop.run_in_executor(pool, divmod, 7, 2))
        try:
            await loop.run_in_executor(pool, divmod, 7, 0)
        except ZeroDivisionError as error:
            print(error)
        print(list(pool.map(pow, [2, 3], [3, 2])))
        print([repr(pool.submit(*call)).partition(" state=")[2] for call in ((int, "5"), (int, "x"))])
    pending = Future()
    print(repr(pending).partition(" state=")[2], pending.cancel(), repr(pending).partition(" state=")[2])
    print(isinstance(pool, Executor), issubclass(ThreadPoolExecutor, Executor), issubclass(int, Executor))
    with ThreadPoolExecutor() as threads:
        print(isinstance(threads, Executor))
    try:
        Executor().submit(int)
    except NotImplementedError as error:
        print(repr(error))
    print(Executor, asyncio.TaskGroup, asyncio.Timeout, asyncio.Runner)


asyncio.run(main())
