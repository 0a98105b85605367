from concurrent.futures.process import ProcessPoolExecutor

with ProcessPoolExecutor() as pool:
    print(pool.submit(sum, [1, 2]).result())
