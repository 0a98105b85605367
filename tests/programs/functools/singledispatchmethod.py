from functools import singledispatchmethod


class Printer:
    @singledispatchmethod
    def show(self, value):
        return f'? {value}'

    @show.register
    def _(self, value: int):
        return f'int {value}'

    @show.register
    def _(self, value: str):
        return f'str {value}'

    @singledispatchmethod
    @classmethod
    def make(cls, value):
        return cls.__name__

    @make.register
    @classmethod
    def _(cls, value: int):
        return cls.__name__ * value


print(Printer().show(1), Printer().show('a'), Printer().show(None))
print(Printer.make('x'), Printer.make(2))
