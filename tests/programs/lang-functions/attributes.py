def documented(a, b=2):
    """Adds."""
    return a + b


print(documented.__name__, documented.__qualname__, documented.__doc__)
print(documented.__defaults__, documented.__module__)
documented.calls = 3
print(documented.calls, documented.__dict__)
print((lambda: 0).__name__)


def outer():
    def inner():
        pass

    return inner


print(outer().__qualname__)
