import asyncio


class Service:
    def __init__(self, name):
        self.name = name
        self.running = False

    async def start(self):
        await asyncio.sleep(0.5)
        self.running = True
        print(self.name, "started")

    async def stop(self):
        self.running = False
        print(self.name, "stopped")

    async def __aenter__(self):
        await self.start()
        return self

    async def __aexit__(self, *exc_info):
        await self.stop()


class Database(Service):
    def __init__(self, name, tables):
        super().__init__(name)
        self.tables = tables

    async def start(self):
        await super().start()
        for table in self.tables:
            await asyncio.sleep(0.1)
            print(f"  {self.name}.{table} ready")

    async def query(self, table):
        if table not in self.tables:
            raise KeyError(table)
        return len(table)


async def main():
    async with Database("db", ["users", "posts"]) as db, Service("cache") as cache:
        print(db.running, cache.running, await db.query("users"))
        try:
            await db.query("nothing")
        except KeyError as error:
            print("KeyError:", error)
    print(db.running, cache.running, isinstance(db, Service))


asyncio.run(main())
