"""The variable of a comprehension is its own."""
x = "outer"
print([x for x in range(3)], x)


def f():
    n = 10
    return [n + i for i in range(2)], [lambda: i for i in range(2)][0]()


print(f())
try:
    [leaked for leaked in range(2)]
    leaked
except NameError as error:
    print(error)
