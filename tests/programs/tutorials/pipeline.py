"""Three stages that hand lists along."""
import asyncio


async def read(n):
    rows = []
    for i in range(n):
        await asyncio.sleep(0.1)
        rows.append({"id": i, "value": i * i % 7})
    return rows


async def transform(rows, scale):
    await asyncio.sleep(0.2)
    return [{**row, "scaled": row["value"] * scale} for row in rows if row["value"] % 2]


async def write(rows):
    for row in rows:
        await asyncio.sleep(0)
        print(" ".join(f"{key}={value}" for key, value in row.items()))
    return len(rows)


async def pipeline(n, scale):
    return await write(await transform(await read(n), scale))


async def main():
    written = await asyncio.gather(pipeline(4, 2), pipeline(6, 0.5))
    print("written:", written, sum(written))


asyncio.run(main())
