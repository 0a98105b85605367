s = "hello"
print(s[0], s[-1], s[1:3], s[::-1], s[::2], s[10:], s * 2, "ab" + "cd", len(s), min(s), max(s))
for c in "né😀":
    print(c, ord(c), end=" ")
print(chr(233), "a" < "b", "Z" < "a", "abc" < "abd", "" < "a", sorted("hello"), list("ab"))
print([c for c in s if c not in "aeiou"], s is s, "".join(reversed(s)), "é" == "e\u0301")
