# Filters decide about the interpreter's own warnings too.
import asyncio
import warnings


async def lost():
    pass


async def main():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        lost()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="coroutine 'lost' was")
        lost()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        lost()
        lost()
        warnings.warn("mine")
    for warning in caught:
        print(warning.category.__name__, warning.message, warning.line)
    for _ in range(2):
        lost()


asyncio.run(main())
with warnings.catch_warnings():
    warnings.simplefilter("error", DeprecationWarning)
    try:
        asyncio.set_event_loop_policy(None)
        asyncio.get_event_loop()
    except DeprecationWarning as error:
        print("raised", error)
warnings.showwarning = lambda message, category, filename, line, *rest: print("shown", category.__name__, message, rest)
lost()
warnings.warn("once more", stacklevel=1)
