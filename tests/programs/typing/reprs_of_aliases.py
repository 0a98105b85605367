from typing import (
    Annotated, Any, AsyncIterator, Awaitable, Callable, ClassVar, Coroutine, DefaultDict, Deque, Dict, Final, FrozenSet,
    Generator, Iterable, List, Literal, Mapping, NoReturn, Optional, Self, Sequence, Set, Tuple, Type, TypeVar, Union,
)

T = TypeVar('T')
for alias in [
    List[int], Dict[str, int], Set[str], FrozenSet[int], Tuple[int, ...], Tuple[()], Tuple[int, str], Type[int], Optional[int],
    Union[int, str], Union[int, None, str], Union[int], Callable[[int, str], bool], Callable[..., Any], Callable[[], None],
    Literal['a', 1, None], Annotated[int, 'positive'], ClassVar[int], Final[str], Iterable[int], Sequence[str],
    Mapping[str, Any], Awaitable[int], Coroutine[Any, Any, int], AsyncIterator[str], Generator[int, None, str], Deque[int],
    DefaultDict[str, list], List['Later'], Optional['Later'], Dict[str, List[T]], T, TypeVar('T_co', covariant=True),
    List, Optional, Any, NoReturn, Self, Union, Callable, List[int] | None, Optional[Callable[..., Awaitable[Any]]],
    Union[int, Union[str, int]], List[List[int]], List[None], int | str, list[int], dict[str, Any],
]:
    print(alias)
