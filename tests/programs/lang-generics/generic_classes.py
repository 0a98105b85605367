# A class with type parameters derives from `Generic`.
class Stack[T]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, x: T) -> None:
        self.items.append(x)

    def convert[U](self, f) -> U:
        return f(self.items.pop())


stack = Stack[int]()
stack.push(4)
print(stack.convert(str), Stack.convert.__qualname__, Stack.convert.__type_params__)
print(Stack.__type_params__, Stack[int], Stack.__orig_bases__, Stack.__mro__)


class Base[T]:
    pass


class Child[T](Base[T], metaclass=type):
    pass


print(Child.__mro__, Child[str], Child.__bases__)


class WithDefault[T = int]:
    pass


print(WithDefault.__type_params__[0].__default__)
