from typing import Annotated, ClassVar, List, Optional, get_type_hints


class Node:
    value: int
    next: 'Optional[Node]' = None
    count: ClassVar[int] = 0
    note: Annotated[str, 'any text'] = ''


class Leaf(Node):
    extra: 'list[Node]'


def build(values: List[int], parent: 'Node' = None, *, deep: bool = False) -> 'Optional[Node]':
    pass


print(get_type_hints(Node))
print(get_type_hints(Leaf))
print(get_type_hints(build))
print(get_type_hints(Node, include_extras=True)['note'])
print(build.__annotations__)
try:
    get_type_hints(type('Broken', (), {'__annotations__': {'x': 'Missing'}}))
except NameError as error:
    print(error)
