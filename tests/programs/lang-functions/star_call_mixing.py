def show(*args, **kwargs):
    print(args, kwargs)


show(*"ab", 1, *range(2), x=1, **{"y": 2})
show(**{})
show(*[])
numbers = [3, 1, 2]
print(max(*numbers), min(*numbers))
