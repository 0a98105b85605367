# What is a Python function in CPython takes its parameters by name too.
import asyncio
import threading


async def value(number):
    return number


async def main():
    loop = asyncio.get_running_loop()
    task = loop.create_task(coro=value(1), name="named")
    print(await task, task.get_name())
    loop.call_soon(callback=lambda: print("soon"))
    loop.call_soon_threadsafe(callback=lambda: print("threadsafe"))
    loop.call_later(delay=1, callback=lambda: print("later", loop.time()))
    loop.call_at(when=2, callback=lambda: print("at", loop.time()))
    loop.call_later(3, callback=lambda: print("mixed", loop.time()))
    print(await loop.run_in_executor(executor=None, func=int))
    print(await loop.run_in_executor(None, func=str) == "")
    loop.set_debug(enabled=False)
    loop.set_task_factory(factory=None)
    loop.set_exception_handler(handler=lambda loop, context: print("told", context["message"]))
    loop.call_exception_handler(context={"message": "something"})
    print(asyncio.isfuture(obj=task), asyncio.iscoroutine(obj=3), asyncio.iscoroutinefunction(func=main))

    def from_thread():
        print("thread got", asyncio.run_coroutine_threadsafe(coro=value(7), loop=loop).result())

    await asyncio.to_thread(from_thread)
    await asyncio.sleep(delay=4)
    try:
        loop.call_soon(callback=print, nonsense=1)
    except TypeError:
        print("refused")


asyncio.run(main=main())
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop=loop)
print(loop.run_until_complete(future=value(2)))
loop.close()
