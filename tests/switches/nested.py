import asyncio as aio


class Kitchen:
    def __init__(self):
        self.made = []

    async def cook(self, dish, minutes):
        await aio.sleep(minutes)
        self.made.append(dish)
        return dish

    async def menu(self, fast):
        if fast:
            soup, _, cake = await aio.gather(self.cook("soup", 1), self.cook("salad", 0.5), self.cook("cake", 3))
            return soup, cake
        for _ in range(2):
            await aio.gather(
                self.cook("bread", 1),  # crusty
                # fresh
                self.cook("butter", 2),
            )
        return self.made


kitchen = Kitchen()
print(aio.run(kitchen.menu(True)))
print(sorted(aio.run(kitchen.menu(False))))
