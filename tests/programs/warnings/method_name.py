class Client:
    async def fetch(self):
        pass


def outer():
    async def inner():
        pass

    inner()


Client().fetch()
outer()
