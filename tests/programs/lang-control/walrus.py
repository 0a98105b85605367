import asyncio

values = [1, 5, 2, 8]
if (n := len(values)) > 3:
    print("long", n)
print([y for x in values if (y := x * 2) > 5], y)
while (last := values.pop()) != 5:
    print("dropped", last)
print(values)


async def main():
    if (result := await asyncio.sleep(1, "slept")) is not None:
        print(result)


asyncio.run(main())
