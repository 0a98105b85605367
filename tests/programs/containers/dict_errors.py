d = {}
for action in (
    lambda: d["missing"],
    lambda: d.pop("missing"),
    lambda: d.popitem(),
    lambda: d[[1]],
    lambda: dict([1]),
    lambda: dict([(1, 2, 3)]),
    lambda: dict(5),
    lambda: d.update(5),
    lambda: {"a": 1}.get(),
    lambda: {1: 2} + {3: 4},
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
