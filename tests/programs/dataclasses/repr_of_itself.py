from dataclasses import dataclass, field


@dataclass
class Node:
    value: int
    next: 'Node | None' = None
    secret: str = field(default='?', repr=False)


node = Node(1, Node(2))
print(node)
node.next.next = node
print(node, [node])


@dataclass(repr=False, eq=False)
class Plain:
    x: int

    def __repr__(self):
        return 'plain'


print(Plain(1), Plain(1) == Plain(1), {Plain(1): 1} != {})


class Outer:
    @dataclass
    class Inner:
        x: int


print(Outer.Inner(1))
