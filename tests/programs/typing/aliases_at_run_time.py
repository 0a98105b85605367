import collections.abc
from typing import Annotated, Any, Callable, Dict, Iterable, List, Literal, Mapping, Optional, TypeVar, Union, get_args, get_origin

T = TypeVar('T')
for alias in [List[int], Dict[str, int], Optional[int], Union[int, str], Callable[[int], str], Literal[1, 2],
              Annotated[int, 'x'], int | str, list[int], int, Iterable[int]]:
    print(get_origin(alias), get_args(alias))
print(isinstance([], List), isinstance({}, Mapping), isinstance(3, Union[int, str]), issubclass(list, Iterable))
print(Dict[str, T][int], List[T].__parameters__, Callable[[T], T][int], list[T][str])
print(List[int] == List[int], Union[int, str] == Union[str, int], Literal[1] == Literal[True], {List[int]: 1}[List[int]])
print(Iterable[int].__origin__ is collections.abc.Iterable, List[int].__args__, Optional[str].__args__)
for wrong in [lambda: isinstance([], List[int]), lambda: List[int, str], lambda: Dict[int], lambda: List(), lambda: Any(),
              lambda: isinstance(1, Any), lambda: Optional(), lambda: Union[()], lambda: Callable[int],
              lambda: Annotated[int], lambda: TypeVar('T', int)]:
    try:
        print(wrong())
    except TypeError as error:
        print(error)
