class Own(frozenset):
    pass


for each in (frozenset(), set(), Own()):
    try:
        each.copy(1)
    except TypeError as error:
        print(error)
