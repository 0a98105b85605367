print(str(1), str(1.0), str(None), str(True), str([1, "a"]), str(b"x"), str(), repr(str))
print(int("42"), int("-7"), int(" 5 "), int("ff", 16), int("0b11", 0), int("1_000"), float("1e3"), float(" -2.5 "), float("inf"))
print(bool("False"), bool(""), ascii("é"), hex(255), oct(8), bin(5), list("abc"), tuple("ab"))
