s = "Hello, World"
print(s.upper(), s.lower(), s.title(), s.swapcase(), s.capitalize(), s.casefold())
print("straße".upper(), "ÀÉ".lower(), "they're bill's".title(), "ß".casefold())
print("abc".isalpha(), "ab1".isalnum(), "12".isdigit(), " \t".isspace(), "Ab".istitle(), "AB".isupper(), "".isalpha())
print("a".islower(), "a_1".isidentifier(), "1a".isidentifier(), "x".isascii(), "é".isascii(), "½".isnumeric(), "²".isdecimal())
