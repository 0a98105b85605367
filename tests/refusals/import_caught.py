"""A program can ask whether a module is there."""
try:
    import numpy
except ImportError as error:
    numpy = None
    print(type(error).__name__, error.name)
