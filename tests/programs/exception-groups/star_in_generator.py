def steps():
    try:
        yield 1
    except* ValueError as group:
        yield repr(group)
    except* TypeError as group:
        yield repr(group)
    yield "end"


gen = steps()
print(next(gen))
print(gen.throw(ExceptionGroup("g", [TypeError(1), ValueError(2)])))
print(next(gen))
print(next(gen))
