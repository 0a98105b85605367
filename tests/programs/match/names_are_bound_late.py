a = b = "before"
match [1, 2, 3]:
    case [a, b, 4]:
        print("never")
    case [a, b] | [a, b, 9]:
        print("never")
    case _:
        print(a, b)
match [1, 2]:
    case [a, b] if a > b:
        print("never")
    case _:
        print("bound before the guard:", a, b)
