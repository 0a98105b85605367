def nothing():
    pass


def bare():
    return


def many():
    return 1, 2, *(3, 4)


print(nothing(), bare(), many())
a, *b = many()
print(a, b)
