a = [1, 2]
b = [1, 2]
print(a == b, a is b, a is a, a != b)
print(1 == 1.0, 1 == True, "1" == 1, None == 0, [] == (), () == ())
nan = float("nan")
print(nan == nan, [nan] == [nan], nan in [nan])
