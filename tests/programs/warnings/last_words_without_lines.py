# What fails when the globals go is told of without its source lines: nothing can read them any more.
class Closing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"<closing {self.name}>"

    def __call__(self, *arguments):
        raise ValueError(f"{self.name} cannot be closed")


class First:
    __del__ = Closing("the first")


class Second:
    __del__ = Closing("the second")


first = First()
second = Second()
del first
print("end")
