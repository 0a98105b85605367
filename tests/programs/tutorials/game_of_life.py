"""Plain computing between awaits."""
import asyncio

GLIDER = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}


def neighbours(x, y):
    return [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy]


def step(cells):
    counts = {}
    for cell in cells:
        for place in neighbours(*cell):
            counts[place] = counts.get(place, 0) + 1
    return {place for place, n in counts.items() if n == 3 or (n == 2 and place in cells)}


def draw(cells, size=6):
    return "\n".join("".join("#" if (x, y) in cells else "." for x in range(size)) for y in range(size))


async def main():
    cells = GLIDER
    for generation in range(5):
        print(f"generation {generation}, {len(cells)} cells")
        print(draw(cells))
        cells = step(cells)
        await asyncio.sleep(0.5)


asyncio.run(main())
