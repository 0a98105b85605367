import asyncio
import contextvars

var = contextvars.ContextVar("var", default="none")


async def show(name):
    print(name, var.get())
    var.set(name)


async def main():
    var.set("main")
    context = contextvars.copy_context()
    context.run(var.set, "given")
    async with asyncio.TaskGroup() as tg:
        tg.create_task(show("copied"))
        tg.create_task(show("in a context"), context=context)
    print(var.get(), context[var])


asyncio.run(main())
