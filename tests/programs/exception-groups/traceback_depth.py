error = ValueError("bottom")
for level in range(12):
    error = ExceptionGroup(f"level {level}", [error, TypeError(level)])
raise error
