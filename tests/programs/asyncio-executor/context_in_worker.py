import asyncio
import contextvars

name = contextvars.ContextVar("name", default="nobody")


def look():
    seen = name.get()
    name.set("changed in the worker")
    return seen


async def main():
    name.set("main")
    print(await asyncio.to_thread(look))
    print(name.get())
    print(await asyncio.get_running_loop().run_in_executor(None, look))
    print(name.get())


asyncio.run(main())
