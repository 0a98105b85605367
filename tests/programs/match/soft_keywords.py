match = [3, 1, 2]
match.sort()
case = "case"
_ = 5
print(match, case, _)
match match:
    case [1, *_]:
        print("matched", _)
match (match, case):
    case _, "case":
        print("pair")
match -1, 2:
    case -1, x:
        print(x)
