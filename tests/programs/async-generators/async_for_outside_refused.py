def plain():
    async for x in y:
        pass
