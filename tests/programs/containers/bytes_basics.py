b = b"hello"
print(b, b[0], b[1:3], len(b), b + b" world", b == b"hello", list(b[:3]))
print(b.decode(), "größe".encode(), "größe".encode().decode("utf-8"))
print(b"\x00\xff\n\t'", b'"', bytes([65, 66]), bytes(3))
