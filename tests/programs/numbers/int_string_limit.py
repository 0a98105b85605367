"""CPython refuses to convert very long integers to text."""
n = 10**5000
print(n > 0)
try:
    str(n)
except ValueError as error:
    print(error)
