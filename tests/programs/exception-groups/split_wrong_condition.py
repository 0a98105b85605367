group = ExceptionGroup("g", [ValueError(1)])
for condition in (1, "name", None, int, (ValueError, 2), (ValueError, int), [ValueError], object()):
    for method in (group.split, group.subgroup):
        try:
            print(method(condition))
        except TypeError as error:
            print(error)
for arguments in ((), (ValueError, TypeError)):
    try:
        group.split(*arguments)
    except TypeError as error:
        print(error)
