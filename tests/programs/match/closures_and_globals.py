def outer(x):
    match x:
        case [a, *rest]:
            return lambda: (a, rest)


print(outer([1, 2, 3])())


def declared():
    global seen
    match {"n": 5}:
        case {"n": seen}:
            pass


declared()
print(seen)


class Body:
    match (1, 2):
        case (left, right):
            pass


print(Body.left, Body.right)
