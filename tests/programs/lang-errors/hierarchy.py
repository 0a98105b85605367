for child, parent in (
    (ZeroDivisionError, ArithmeticError),
    (OverflowError, ArithmeticError),
    (KeyError, LookupError),
    (IndexError, LookupError),
    (UnboundLocalError, NameError),
    (NotImplementedError, RuntimeError),
    (RecursionError, RuntimeError),
    (TimeoutError, OSError),
    (ConnectionError, OSError),
    (UnicodeError, ValueError),
    (ModuleNotFoundError, ImportError),
    (KeyboardInterrupt, Exception),
    (SystemExit, Exception),
    (GeneratorExit, Exception),
    (StopIteration, Exception),
    (StopAsyncIteration, Exception),
):
    print(child.__name__, parent.__name__, issubclass(child, parent))
print(IOError is OSError, EnvironmentError is OSError)
