# What repr, str, len, hash and bool take from the methods that they ask.
def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

def bad(name, value):
    return type("Bad", (), {name: lambda self: value})()
for call in (repr, str, len, hash):
    name = f"__{call.__name__}__"
    for value in (True, -1, 2**70, None, "x", 1.5):
        attempt(lambda: call(bad(name, value)))
attempt(lambda: bool(bad("__len__", -1)))
attempt(lambda: bool(bad("__len__", 2**70)))
attempt(lambda: bool(bad("__len__", "x")))
