# Timing functions on the program's clock.
import time
import timeit

print(timeit.timeit(lambda: time.sleep(0.5), number=4), timeit.repeat(lambda: time.sleep(1), repeat=2, number=1))
print(timeit.Timer(lambda: time.sleep(0.25)).timeit(2), timeit.default_timer() >= 0)
