from contextlib import contextmanager


@contextmanager
def tag(name, *, end="!"):
    """Writes a tag."""
    print(f"<{name}>")
    try:
        yield name.upper()
    finally:
        print(f"</{name}>{end}")


with tag("p") as text:
    print(text)
with tag("a", end="?"), tag("b") as b:
    print("both", b)
try:
    with tag("failing"):
        raise ValueError("inside")
except ValueError as error:
    print("out:", error)
print(tag.__name__, tag.__doc__)
