import sys


async def child():
    pass


def f():
    return child()


def g():
    return f()


def h():
    g()


print(sys.get_coroutine_origin_tracking_depth())
h()
sys.set_coroutine_origin_tracking_depth(2)
h()
sys.set_coroutine_origin_tracking_depth(10)
h()
print(sys.get_coroutine_origin_tracking_depth())
try:
    sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as error:
    print(error)
sys.set_coroutine_origin_tracking_depth(0)
h()
