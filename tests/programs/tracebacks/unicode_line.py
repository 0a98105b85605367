naïve = "größe"
print(f"größe: {naïve}", 1 / 0, "ü")
