from concurrent.futures import ThreadPoolExecutor


def invert(n):
    return 1 / n


with ThreadPoolExecutor(2) as pool:
    results = pool.map(invert, [1, 0, 2])
    print(next(results))
    try:
        next(results)
    except ZeroDivisionError as error:
        print(error)
