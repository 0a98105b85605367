import types


def chain(error):
    return f'{error!r} <- {chain(error.__context__)}' if error else 'nothing'


@types.coroutine
def wait():
    yield


async def inner():
    try:
        raise KeyError('inner')
    except KeyError:
        try:
            await wait()
        except BaseException as error:
            print('inner:', chain(error))
            raise


async def outer():
    try:
        raise IndexError('outer')
    except IndexError:
        try:
            await inner()
        except BaseException as error:
            print('outer:', chain(error))
            raise


def generator():
    try:
        raise KeyError('generator')
    except KeyError:
        try:
            yield
        except BaseException as error:
            print('generator:', chain(error))
            raise


def delegates():
    try:
        raise IndexError('delegates')
    except IndexError:
        try:
            yield from generator()
        except BaseException as error:
            print('delegates:', chain(error))
            raise


for function in (inner, outer, generator, delegates):
    print(function.__name__)
    running = function()
    running.send(None)
    try:
        running.throw(ValueError('thrown'))
    except ValueError as error:
        print('out:', chain(error))
    running = function()
    running.send(None)
    running.close()
