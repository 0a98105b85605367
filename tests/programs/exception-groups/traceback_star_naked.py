try:
    raise ValueError("naked")
except* ValueError as group:
    raise
