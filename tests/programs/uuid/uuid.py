# Making and taking apart.
import uuid

u = uuid.UUID('12345678-1234-5678-1234-567812345678')
print(u, repr(u), u.hex, u.int, u.bytes, u.version, u.variant, u.urn, u.fields)
print(uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org'), u == uuid.UUID(int=u.int), u < uuid.NAMESPACE_DNS)
r = uuid.uuid4()
print(r.version, r.variant, len(str(r)), r != uuid.uuid4(), {u: 1}[uuid.UUID(bytes=u.bytes)], str(u)[:8])
for call in [lambda: uuid.UUID('12'), lambda: uuid.UUID(), lambda: setattr(u, 'int', 3)]:
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
