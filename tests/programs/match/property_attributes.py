class Lazy:
    __match_args__ = ("size",)

    @property
    def size(self):
        print("size is asked for")
        return 3

    @property
    def broken(self):
        raise AttributeError("not there")

    @property
    def wrong(self):
        raise ValueError("wrong")


match Lazy():
    case Lazy(broken=_):
        print("never")
    case Lazy(4):
        print("never")
    case Lazy(3):
        print("three")
try:
    match Lazy():
        case Lazy(wrong=_):
            print("never")
except ValueError as error:
    print(error)
