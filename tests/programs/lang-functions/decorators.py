def shout(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs).upper()

    return wrapper


def times(n):
    print("times", n)

    def decorate(function):
        print("decorating", function.__name__)

        def wrapper(*args):
            return " ".join(function(*args) for _ in range(n))

        return wrapper

    return decorate


@shout
@times(2)
def hello(name):
    return f"hello {name}"


print(hello("ada"))
