match range(6):
    case [a, *b, c]:
        print(a, b, c)
match [1, 2]:
    case [a, *b, c]:
        print(a, b, c)
match [1]:
    case [a, *b, c]:
        print("never")
    case [*_, last]:
        print("last", last)
match [1, 2, 3, 4]:
    case [_, *_, 3, x]:
        print("x", x)
match [1, 2, 3]:
    case [*everything]:
        print(everything)
