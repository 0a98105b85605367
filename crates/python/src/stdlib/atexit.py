# atexit: what is called when the program has ended, the last first.

_calls = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _calls.append((func, args, kwargs))
    return func


def unregister(func, /):
    _calls[:] = [call for call in _calls if call[0] != func]


def _clear():
    _calls.clear()


def _ncallbacks():
    return len(_calls)


def _run_exitfuncs():
    # What such a call registers is not called any more, but what it unregisters is left out.
    called = list(_calls)
    while called:
        call = called.pop()
        if call not in _calls:
            continue
        func, args, kwargs = call
        try:
            func(*args, **kwargs)
        except BaseException as error:
            from traceback import _ignored
            _ignored(error, func)
    _calls.clear()
