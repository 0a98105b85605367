class Half:
    def __enter__(self):
        pass


for wrong in (5, Half()):
    try:
        with wrong:
            pass
    except TypeError as error:
        print(error)


class BadExit:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        raise RuntimeError("in exit")


try:
    with BadExit():
        raise ValueError("in body")
except RuntimeError as error:
    print(repr(error), repr(error.__context__))
