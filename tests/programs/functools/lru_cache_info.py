from functools import cache, lru_cache


@lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


# Twice as deep would be too deep if the cache took frames of its own.
print(fib(450))
print(fib.cache_info())
fib.cache_clear()
print(fib.cache_info(), fib.cache_parameters())
print(fib.__name__, fib.__wrapped__.__name__)


@cache
def same(value):
    return value


same(1), same(1.0), same('a'), same('a')
print(same.cache_info())
try:
    same([])
except TypeError as error:
    print(error)
