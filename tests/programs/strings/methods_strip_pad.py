print(repr("  x ".strip()), repr("  x ".lstrip()), repr("  x ".rstrip()), "xxhixx".strip("x"), "abcba".strip("ab"))
print("[" + "hi".center(7) + "]", "hi".center(7, "*"), "hi".ljust(5, ".") + "|", "hi".rjust(5), "42".zfill(5), "-42".zfill(5))
print("a\tb".expandtabs(4), "tab\t|".expandtabs())
