class Config:
    base = 10
    values = [10 * n for n in range(3)]
    if base > 5:
        size = "large"
    for i in range(2):
        last = i

    def method(self):
        return self.size

    alias = method

    class Inner:
        depth = 2


print(Config.values, Config.size, Config.last, Config.i, Config().alias(), Config.Inner.depth)
print(Config.Inner.__qualname__, Config.method.__qualname__)
