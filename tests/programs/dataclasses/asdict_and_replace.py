from dataclasses import asdict, astuple, dataclass, fields, is_dataclass, make_dataclass, replace


@dataclass
class Item:
    name: str
    price: float


@dataclass
class Cart:
    items: list[Item]
    extra: dict


cart = Cart([Item('tea', 2.5), Item('bun', 1)], {'gift': Item('card', 0), 'n': (1, 2)})
print(asdict(cart))
print(astuple(cart))
print(asdict(cart)['items'] is cart.items, replace(cart, extra={}), replace(cart).items is cart.items)
print([(f.name, f.type) for f in fields(Item)], is_dataclass(cart), is_dataclass(Item), is_dataclass(3))
print(asdict(Item('a', 1), dict_factory=lambda pairs: [key for key, _ in pairs]))
Made = make_dataclass('Made', ['x', ('y', int, 5)], namespace={'total': lambda self: self.x + self.y})
print(Made(1), Made(1).total())
for wrong in [lambda: asdict(3), lambda: fields(3), lambda: replace(3), lambda: replace(cart, wrong=1)]:
    try:
        print(wrong())
    except TypeError as error:
        print(error)
