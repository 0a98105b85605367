import asyncio

results = []


async def fetch(url, *, retries=2):
    for attempt in range(retries):
        await asyncio.sleep(1)
        answer = f"{url} #{attempt}"
        results.append(answer)
    return answer


async def crawl(urls):
    found = {}
    for url in urls:
        found[url] = await fetch(url)
    return found


async def main():
    urls = ["a.example", "b.example"]
    task = asyncio.create_task(crawl(urls), name="crawler")
    done = await task
    print(done)


asyncio.run(main())
