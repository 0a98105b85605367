def greet(name, greeting="Hello", *, mark="!"):
    return f"{greeting}, {name}{mark}"


print(greet("Ada"))
print(greet("Ada", "Hi"))
print(greet("Ada", mark="?"))
print(greet(greeting="Hey", name="Bob", mark="."))
