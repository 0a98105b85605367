s = "banana"
print(s.find("an"), s.rfind("an"), s.find("x"), s.index("n"), s.count("a"), s.count("ana"), s.find("a", 2), s.find("a", 2, 3))
print(s.replace("a", "o"), s.replace("a", "", 2), s.replace("", "-"), s.startswith("ban"), s.endswith(("x", "na")))
print(s.removeprefix("ban"), s.removesuffix("na"), s.removeprefix("x"), "an" in s, "" in s, s.startswith("an", 1))
print("abc".translate({97: "A", 98: None}), "abc".translate(str.maketrans("ab", "xy")))
