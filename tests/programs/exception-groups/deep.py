error = ValueError("bottom")
for level in range(3000):
    error = ExceptionGroup(f"level {level}", [error])
print(str(error))
depth = 0
while isinstance(error, ExceptionGroup):
    error = error.exceptions[0]
    depth += 1
print(depth, repr(error))
