def f(x):
    match x:
        case 0:
            return "zero"
        case -1:
            return "minus one"
        case 1.5 | 2.5:
            return "half"
        case "a" "b":
            return "ab"
        case b"bytes":
            return "bytes"
        case None:
            return "None"
        case True:
            return "True"
        case False:
            return "False"
    return "no match"


for x in (0, 0.0, -1, 1.5, 2.5, "ab", b"bytes", None, True, False, 1, "a", [], "zero"):
    print(repr(x), f(x))
