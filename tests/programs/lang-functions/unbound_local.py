count = 1


def broken():
    print(count)
    count = 2


def conditional(flag):
    if flag:
        value = 1
    return value


def free():
    def inner():
        return later

    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    later = 5
    return inner()


for call in (broken, lambda: conditional(False)):
    try:
        call()
    except UnboundLocalError as error:
        print(type(error).__name__, error)
print(conditional(True), free())
