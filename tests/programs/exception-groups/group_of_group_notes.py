inner = ExceptionGroup("inner", [ValueError(1)])
inner.add_note("inner note")
outer = ExceptionGroup("outer", [inner])
outer.add_note("outer note")
match, rest = outer.split(ValueError)
print(match.__notes__, match.exceptions[0].__notes__, rest)
try:
    raise outer
except* ValueError as group:
    group.add_note("added later")
    print(group.__notes__, outer.__notes__)
