# A program's own formatwarning is not given the line; what is recorded has none either.
import warnings


def terse(message, category, filename, lineno, line=None):
    return f"{category.__name__}@{lineno}: {message} ({line})\n"


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("kept", FutureWarning, source="here")
print(caught[0].line, caught[0].source)
print(str(caught[0]).partition("filename")[0])
warnings.formatwarning = terse
warnings.warn("formatted")


async def lost():
    pass


lost()
