def f(argument=1): pass
f(argumnt=2)
