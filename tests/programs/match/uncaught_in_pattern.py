class Bad:
    def __eq__(self, other):
        raise RuntimeError("compared")


def check(x):
    match x:
        case [1, 2]:
            pass
        case [_, 3]:
            pass


check([1, Bad()])
