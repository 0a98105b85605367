match 1, 2, 3:
    case a, *b:
        print(a, b)
match (n := 10):
    case 10:
        print(n)
match [x * 2 for x in range(3)]:
    case [0, 2, y]:
        print(y)
