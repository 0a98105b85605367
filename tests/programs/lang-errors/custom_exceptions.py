class AppError(Exception):
    """Base of ours."""


class NotFound(AppError):
    def __init__(self, key, hint=None):
        super().__init__(key, hint)
        self.key = key

    def __str__(self):
        return f"no {self.key!r}"


try:
    raise NotFound("x", hint="try y")
except AppError as error:
    print(error, repr(error), error.args, error.key)
try:
    raise AppError
except Exception as error:
    print(repr(error), str(error) == "", isinstance(error, AppError))
print(NotFound.__mro__[1].__name__, AppError.__doc__)
