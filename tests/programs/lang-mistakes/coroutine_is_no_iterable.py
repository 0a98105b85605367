# Coroutines and asynchronous generators are not iterable, and generators no coroutines.
import warnings

warnings.simplefilter("ignore")


async def work():
    return 1


async def several():
    yield 1


def plain():
    yield 1


def loop(over):
    for _ in over:
        pass


for mistake in (
    lambda: loop(work()),
    lambda: [x for x in work()],
    lambda: list(work()),
    lambda: 1 in work(),
    lambda: dict(work()),
    lambda: next(work()),
    lambda: loop(several()),
    lambda: list(several()),
    lambda: next(several()),
):
    try:
        mistake()
    except TypeError as error:
        print(error)
for made in (work(), several(), plain()):
    print([name for name in ("__iter__", "__next__", "__await__", "__aiter__", "cr_frame", "gi_frame", "ag_frame") if hasattr(made, name)])
