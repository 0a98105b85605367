class Box:
    pass


box = Box()
setattr(box, "x", 5)
print(getattr(box, "x"), getattr(box, "y", None), hasattr(box, "x"), hasattr(box, "y"), getattr("abc", "upper")())
try:
    getattr(box, "y")
except AttributeError as error:
    print(error)
print(vars(box), "x" in dir(box), id(box) == id(box), hash(box) == hash(box))
