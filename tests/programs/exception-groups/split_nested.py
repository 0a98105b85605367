group = ExceptionGroup(
    "outer",
    [
        ValueError(1),
        ExceptionGroup("inner", [TypeError(2), ValueError(3), ExceptionGroup("leaf", [TypeError(4)])]),
        OSError(5),
    ],
)
match, rest = group.split(TypeError)
print(repr(match))
print(repr(rest))
match, rest = group.split(ValueError)
print(repr(match))
print(repr(rest))
print(repr(group.subgroup(OSError)))
