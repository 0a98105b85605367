class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


print(list(Countdown(3)), sum(Countdown(4)), 2 in Countdown(3), max(Countdown(5)))
for i in Countdown(2):
    print(i)
it = iter(Countdown(1))
print(next(it), next(it, "default"))
