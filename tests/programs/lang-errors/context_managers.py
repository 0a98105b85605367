class Managed:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error, traceback is not None)
        return self.swallow


with Managed("a") as a, Managed("b") as b:
    print(a, b)
with Managed("c", swallow=True):
    raise ValueError("swallowed")
try:
    with Managed("d"):
        raise KeyError("passes")
except KeyError as error:
    print("caught", error)


def leave():
    with Managed("e"):
        return "returned"


print(leave())
for i in range(2):
    with Managed(str(i)):
        continue
with (Managed("f"), Managed("g") as g):
    print(g)
