"""All its coroutines share one context, unless another is given."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


async def show(value):
    print(var.get())
    var.set(value)


var.set('outside')
with asyncio.Runner() as runner:
    runner.run(show('first'))
    runner.run(show('second'))
    context = copy_context()
    runner.run(show('third'), context=context)
    print(context[var], var.get())
    runner.run(show('fourth'))
