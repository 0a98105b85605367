class Keys:
    A = "same"
    B = "same"


try:
    match {"same": 1}:
        case {Keys.A: _, Keys.B: _}:
            print("never")
except ValueError as error:
    print(error)
