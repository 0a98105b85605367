class Counter:
    """Counts."""

    instances = 0

    def __init__(self, start=0):
        self.value = start
        Counter.instances += 1

    def add(self, n=1):
        self.value += n
        return self


a, b = Counter(), Counter(10)
print(a.add().add(5).value, b.value, Counter.instances, a.instances)
print(type(a).__name__, Counter.__name__, Counter.__doc__, a.__class__ is Counter)
print(a.__dict__, isinstance(a, Counter), isinstance(a, object))
add = a.add
add(100)
print(a.value, Counter.add(b).value)
