for values in ([1], [1, 2, 3], [], 5):
    try:
        a, b = values
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    a, *b, c = [1]
except ValueError as error:
    print(error)
