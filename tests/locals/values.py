import asyncio
import enum
import math
from collections import Counter, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from typing import Dict, List, TypeVar

T = TypeVar("T")
Names = List[str]
Table = Dict[str, int] | None
limit = 3
sleep = asyncio.sleep
_private = "shown"


class Color(enum.Enum):
    RED = 1


@dataclass
class Point:
    x: int
    y: float
    secret: str = field(default="no", repr=False)


Pair = namedtuple("Pair", "left right")


class Plain:
    def __init__(self):
        self.value = 1


class Loud:
    def __repr__(self):
        print("never called")
        return "Loud!"


class Oops(Exception):
    def __str__(self):
        raise RuntimeError("never called")


class Names2(list):
    pass


class Odd(dict):
    def __repr__(self):
        return 1 / 0


async def helper():
    await asyncio.sleep(5)


async def main():
    none, yes, number, real = None, True, -5, 0.1
    big, huge = 10**30, 10**1000
    text, quoted, long = "x", "it's", "a" * 100
    await sleep(0)
    await one()
    await two()
    await three()


async def one():
    raw = b"a'\x00"
    numbers = list(range(100))
    nested = [[[[[1]]]], ({1: (2,)},), (), {}, set(), frozenset({1})]
    itself = []
    itself.append(itself)
    table = {"key": [1, 2], 3: None, None: 0.5}
    words = {"only"}
    keys, items = table.keys(), {"a": 1}.items()
    counted, groups = Counter("aab"), defaultdict(list, a=[1])
    line = deque([1, 2, 3], maxlen=9)
    await sleep(0)


async def two():
    color, point, pair = Color.RED, Point(1, 2.5), Pair("l", b"r")
    plain, loud, odd, names = Plain(), Loud(), Odd(a=1), Names2([1, 2])
    error, own = ValueError("bad", 1), Oops("message")
    points = [point, point, Point(-1, math.inf)]
    mixed = [plain, loud, None]
    chinese = "漢字" * 40
    await sleep(0)


async def three():
    task = asyncio.create_task(helper(), name="bg")
    future = asyncio.get_running_loop().create_future()
    failed = asyncio.Future()
    failed.set_exception(ValueError())
    failed.exception()
    lock, event, queue = asyncio.Lock(), asyncio.Event(), asyncio.Queue()
    queue.put_nowait("job")
    queue.put_nowait(2)
    await lock.acquire()
    coroutine = helper()
    function, method, kind, module = helper, text_of, Plain, math
    await asyncio.sleep(1)
    coroutine.close()
    task.cancel()


def text_of():
    pass


asyncio.run(main())
