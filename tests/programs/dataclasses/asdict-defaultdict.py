from collections import OrderedDict, defaultdict
from dataclasses import asdict, astuple, dataclass


@dataclass
class Point:
    x: int


@dataclass
class Shape:
    points: dict


named = defaultdict(list)
named['a'].append(Point(1))
for shape in (Shape(named), Shape(OrderedDict(b=[Point(2)]))):
    print(asdict(shape), astuple(shape))
print(asdict(Shape(named))['points']['new'])
