from functools import singledispatch


@singledispatch
def describe(value):
    return f'something: {value!r}'


@describe.register(int)
def _(value):
    return f'a number: {value}'


@describe.register
def _(value: str):
    return f'text: {value}'


@describe.register(list)
@describe.register(tuple)
def _(value):
    return f'{len(value)} items'


class Animal:
    pass


class Dog(Animal):
    pass


@describe.register
def _(value: Animal):
    return f'an animal called {type(value).__name__}'


for value in [1, True, 'a', [], (1, 2), 1.5, None, Dog()]:
    print(describe(value))
print(describe.dispatch(bool) is describe.dispatch(int), describe.__name__)
try:
    describe()
except TypeError as error:
    print(error)
