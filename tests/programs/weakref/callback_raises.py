# What a callback raises is shown by C: lines without marks, no context, notes or suggestions; a colon after the class even
# where there is no message.
import weakref


class Thing:
    pass


class Callback:
    def __init__(self, function):
        self.function = function

    def __repr__(self):
        return f"<{self.function.__name__}>"

    def __call__(self, reference):
        self.function()


def with_context():
    try:
        1 / 0
    except ZeroDivisionError:
        values = [
            1,
            int("x" +
                "y"),
        ]


def with_note():
    error = ValueError("a\nb")
    error.add_note("note")
    raise error from KeyError(1)


def with_suggestion():
    with_contexd


def without_message():
    raise ValueError


class Bad(Exception):
    def __str__(self):
        raise KeyError


def without_str():
    raise Bad


def group():
    raise ExceptionGroup("many", [ValueError(1), KeyError(2)])


def deep(n=6):
    deep(n - 1) if n else without_message()


for function in with_context, with_note, with_suggestion, without_message, without_str, group, deep:
    thing = Thing()
    reference = weakref.ref(thing, Callback(function))
    del thing
