# A traceback leads to the frames that called those in it (f_back), also to those that have ended meanwhile.
class Local:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def fails():
    inner = Local("of the function that raised")
    raise ValueError


def catches():
    caught = Local("of the function that caught")
    try:
        fails()
    except ValueError as error:
        return error


def calls():
    between = Local("of its caller")
    return catches()


def without_locals():
    return calls()


def outermost():
    outer = Local("of the outermost function")
    return without_locals()


def keeps_nothing():
    nothing = Local("of a function whose exception is gone")
    str(catches())


keeps_nothing()
print("called")
error = outermost()
print("returned")
del error
print("end")
