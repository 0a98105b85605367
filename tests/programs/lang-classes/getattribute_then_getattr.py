# What __getattribute__ does not find __getattr__ is asked for, in calls of methods too.
class Both:
    def __getattribute__(self, name):
        return object.__getattribute__(self, name)
    def __getattr__(self, name):
        return lambda *args: (name, args)

b = Both()
print(b.first(1), b.second())
class Claims:
    @property
    def __class__(self):
        return int
print(isinstance(Claims(), int), isinstance(Claims(), str), type(Claims()).__name__)
