"""Small integers in a set come in the order of their hashes in the table."""
print({5, 3, 1}, {10, 2, 8}, {100, 50, 7, 3}, set(range(12, 0, -1)))
s = set()
for n in (32, 1, 64, 2):
    s.add(n)
print(s)
