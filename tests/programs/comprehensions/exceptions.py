try:
    [1 / (2 - x) for x in range(5)]
except ZeroDivisionError as error:
    print(error)
try:
    [a for a, b in [(1, 2), (3,)]]
except ValueError as error:
    print(error)
try:
    {[]: 1 for _ in range(1)}
except TypeError as error:
    print(error)
