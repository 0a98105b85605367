from concurrent.futures import ThreadPoolExecutor

for size in (0, -1):
    try:
        ThreadPoolExecutor(size)
    except ValueError as error:
        print(error)
