class Coded(ExceptionGroup):
    def __new__(cls, message, errors, code):
        self = super().__new__(cls, message, errors)
        self.code = code
        return self

    def derive(self, errors):
        return Coded(self.message, errors, self.code)


group = Coded("coded", [ValueError(1), TypeError(2), Coded("inner", [ValueError(3)], 7)], 42)
print(type(group).__name__, group.code, group.message, len(group.exceptions))
print(repr(group))
match, rest = group.split(ValueError)
print(type(match).__name__, match.code, match)
print(type(rest).__name__, rest.code, rest)
print(match.exceptions[1].code)
