# `type` statements: the value is evaluated when it is asked for.
type Point = tuple[float, float]
type Tree[T] = T | list[Tree[T]]
print(Point, Point.__value__, type(Point), Point.__name__, Point.__type_params__)
print(Tree.__type_params__, Tree.__value__, Tree[int])
type Lost = undefined_name
print(Lost)
try:
    Lost.__value__
except NameError as e:
    print(e)
type = 5
print(type)
