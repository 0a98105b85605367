def load(key):
    try:
        return {}[key]
    except KeyError as error:
        raise LookupError("cannot load") from error


load("name")
