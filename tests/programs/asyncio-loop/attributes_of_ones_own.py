import asyncio
import contextvars


def refused(action):
    try:
        action()
    except (AttributeError, TypeError) as error:
        print(f'{type(error).__name__}: {error}')


async def main():
    loop = asyncio.get_running_loop()
    loop.thing = 1
    print(asyncio.get_running_loop().thing, 'thing' in dir(loop), vars(loop)['thing'])
    del loop.thing
    print(hasattr(loop, 'thing'))
    refused(lambda: loop.thing)
    refused(lambda: delattr(loop, 'thing'))

    loop.me = [loop]
    print(loop.me[0] is loop)

    # These take any attribute, too.
    for made in (asyncio.Lock(), asyncio.Event(), asyncio.Queue(), asyncio.Semaphore(), asyncio.Condition(),
                 asyncio.Barrier(2), asyncio.TaskGroup(), asyncio.timeout(1), asyncio.Runner()):
        made.thing = type(made).__name__
        print(made.thing, vars(made)['thing'])

    # These take none.
    handle = loop.call_soon(print)
    handle.cancel()
    later = loop.call_later(1, print)
    later.cancel()
    coroutine = main()
    coroutine.close()
    for made in (handle, later, coroutine, contextvars.ContextVar('var'), contextvars.copy_context()):
        refused(lambda: setattr(made, 'thing', 1))
        refused(lambda: made.thing)
        refused(lambda: delattr(made, 'thing'))


asyncio.run(main())
