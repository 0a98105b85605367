def returns():
    try:
        return "try"
    finally:
        print("cleaning")


def swallow():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print("body", i)
        finally:
            print("finally", i)
    return "end"


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


print(returns(), swallow(), value_kept())
