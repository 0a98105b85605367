print("before")
try:
    input()
except EOFError as error:
    print("EOFError:", error)
