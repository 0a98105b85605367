# `type.__call__` makes an instance, whatever a metaclass does around it.
class Single(type):
    made = {}

    def __call__(cls, *args):
        if cls not in cls.made:
            cls.made[cls] = super().__call__(*args)
        return cls.made[cls]


class Settings(metaclass=Single):
    def __init__(self, name):
        self.name = name


print(Settings('a') is Settings('b'), Settings('c').name, type(Settings), isinstance(Settings, Single))
