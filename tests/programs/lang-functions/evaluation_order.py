"""Arguments are evaluated left to right, the function first."""


def say(what):
    print("eval", what)
    return what


def f(*args, **kwargs):
    print(args, kwargs)


say(f.__name__) and f(say(1), *[say(2)], k=say(3), **{say("z"): say(4)})
x = {}
x[say("key")] = say("value")
print(say(1) < say(2) < say(0) < say(9))
