try:
    {}["x"]
except KeyError:
    raise ValueError("only this") from None
