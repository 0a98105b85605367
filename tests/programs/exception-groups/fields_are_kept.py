errors = [ValueError(1), TypeError(2)]
group = ExceptionGroup("msg", errors)
errors.append(KeyError(3))
print(group.exceptions)
print(type(group.exceptions).__name__)
for name, value in (("message", "other"), ("exceptions", ())):
    try:
        setattr(group, name, value)
    except AttributeError as error:
        print(error)
print(group.exceptions[0] is errors[0])
