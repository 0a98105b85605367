print(ord("a"), chr(97), hex(-255), bin(0), oct(64), ascii("naïve"), repr("q"), format(3.14159, ".2f"), format("x", ">3"), format(5))
print(int(2.7), float("3"), bool(0.0), str([1]), list(b"ab"), bytes("é", "utf-8"), round(2.567, 1))
print(hash(1) == hash(1.0), hash(5), hash(True), hash(-1), hash(-2))
