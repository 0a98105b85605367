from typing import TYPE_CHECKING, NewType, Text, assert_never, cast, final, overload, override, reveal_type

if TYPE_CHECKING:
    from nowhere import Nothing

UserId = NewType('UserId', int)
print(UserId(5), UserId, UserId.__name__, UserId.__supertype__, type(UserId(5)), UserId | None)
print(cast(str, 3), cast('list[int]', [1]), Text)


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


@final
class Last:
    @override
    def __repr__(self):
        return 'last'


print(double(2), double('a'), Last(), Last.__final__, reveal_type(3))
try:
    assert_never('x')
except AssertionError as error:
    print(error)
