"""Pretended downloads with failures, gathered in two ways."""
import asyncio

PAGES = {
    "https://example.org/": (0.8, 200, 1256),
    "https://example.org/docs": (1.9, 200, 48211),
    "https://example.org/missing": (0.3, 404, 0),
    "https://slow.example/": (30, 200, 5),
}


class HttpError(Exception):
    def __init__(self, url, status):
        super().__init__(f"{status} for {url}")
        self.status = status


async def fetch(url):
    delay, status, size = PAGES[url]
    print(f"GET {url}")
    await asyncio.sleep(delay)
    if status != 200:
        raise HttpError(url, status)
    return size


async def fetch_or_none(url, timeout):
    try:
        return await asyncio.wait_for(fetch(url), timeout)
    except HttpError as error:
        print(f"  failed: {error}")
    except asyncio.TimeoutError:
        print(f"  gave up on {url} after {timeout} s")
    return None


async def main():
    sizes = await asyncio.gather(*[fetch_or_none(url, 5) for url in PAGES])
    for url, size in zip(PAGES, sizes):
        print(f"{url:<30}{size if size is not None else '-':>8}")
    total = sum(filter(None, sizes))
    print(f"{total:,} bytes, {sizes.count(None)} failed")
    results = await asyncio.gather(fetch("https://example.org/missing"), return_exceptions=True)
    print([f"{type(r).__name__}: {r}" for r in results if isinstance(r, Exception)])


asyncio.run(main())
