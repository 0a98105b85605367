from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any, Optional


class Worker:
    handlers: dict[str, Callable[..., Any]]
    parent: Optional[Worker] = None

    def __init__(self, name: str, delay: float | None = None) -> None:
        self.name: str = name
        self.delay = delay or 0.5

    async def run(self, queue: asyncio.Queue[int]) -> list[int]:
        results: list[int] = []
        while not queue.empty():
            results.append(await queue.get())
            await asyncio.sleep(self.delay)
        return results


async def ticks(n: int) -> AsyncIterator[int]:
    for i in range(n):
        yield i


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue()
    async for i in ticks(3):
        queue.put_nowait(i)
    print(await Worker('w').run(queue), Worker.run.__annotations__, Worker.__annotations__)


asyncio.run(main())
