def say(x):
    print("say", x, end="; ")
    return x


lazy = (say(x) for x in range(3))
print("made")
print(next(lazy))
print([y for y in lazy])
print(any(say(x) > 1 for x in range(5)))
