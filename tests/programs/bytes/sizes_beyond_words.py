# Beyond a machine word there is no size at all; below zero there is none either.
for size in (10**19, -(10**19), -1):
    try:
        print(bytes(size))
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
