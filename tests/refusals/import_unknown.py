import no_such_module

print("never printed")
