class Odd(ExceptionGroup):
    def split(self, types):
        print("asked for", types.__name__)
        return ExceptionGroup("made up", [ValueError(5)]), None


try:
    raise Odd("eg", [ValueError(1), TypeError(2)])
except* ValueError as group:
    print("took", repr(group))
except* TypeError as group:
    print("never", repr(group))
