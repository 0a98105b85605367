# What asks the system for entropy leaves the numbers of a seed as they are.
import os
import random
import secrets
import uuid

random.seed(7)
expected = [random.random() for _ in range(5)]
random.seed(7)
found = [random.random()]
first, second = os.urandom(8), os.urandom(8)
found.append(random.random())
secrets.token_hex(4), secrets.randbelow(10), secrets.choice("abc")
found.append(random.random())
identifiers = {uuid.uuid4(), uuid.uuid4()}
found.append(random.random())
random.SystemRandom().random()
found.append(random.random())
print(found == expected)
print(first != second, len(identifiers))
