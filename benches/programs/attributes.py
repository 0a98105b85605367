class Counter:
    def __init__(self):
        self.count = 0
        self.step = 1

    def advance(self):
        self.count += self.step


counter = Counter()
for _ in range(200_000):
    counter.advance()
