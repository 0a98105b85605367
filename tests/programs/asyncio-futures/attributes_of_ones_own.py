import asyncio


def refused(action):
    try:
        action()
    except (AttributeError, TypeError) as error:
        print(f'{type(error).__name__}: {error}')


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.items = [1]
    future.items += [2]
    future.me = future
    print(future.items, future.me is future)
    refused(lambda: future.missing)
    refused(lambda: vars(future))
    refused(lambda: delattr(future, 'missing'))
    refused(lambda: setattr(future, '_state', 'PENDING'))
    refused(lambda: setattr(asyncio.Future, 'thing', 1))
    refused(lambda: asyncio.Future.thing)
    # A method of the class gives way.
    future.cancel = lambda: 'not cancelled'
    print(future.cancel(), future.cancelled())
    del future.cancel
    print(future.cancel(), future.cancelled(), future.items)

    outer = asyncio.gather(asyncio.sleep(0, 'gathered'))
    outer.label = 'a gather'
    print(await outer, outer.label)
    shielded = asyncio.shield(asyncio.sleep(0, 'shielded'))
    shielded.label = 'a shield'
    print(await shielded, shielded.label)


asyncio.run(main())
