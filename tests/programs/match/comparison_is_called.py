class Odd:
    def __eq__(self, other):
        print("compared with", repr(other))
        return other == 3


match Odd():
    case 1:
        print("never")
    case 3 | 4:
        print("three")
