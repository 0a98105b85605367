group = ExceptionGroup("msg", [ValueError(1)])
print(repr(group.derive([TypeError(2)])))
print(repr(group.derive([KeyboardInterrupt()])))
try:
    group.derive([])
except ValueError as error:
    print(error)


class Bad(ExceptionGroup):
    def derive(self, errors):
        return "no group"


try:
    Bad("b", [ValueError(1), TypeError(2)]).split(ValueError)
except TypeError as error:
    print(error)
