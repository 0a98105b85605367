# Tokens of the wanted size.
import secrets

print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), len(secrets.token_urlsafe(16)), secrets.choice('aaa'), 0 <= secrets.randbelow(3) < 3, secrets.compare_digest('a', 'a'))
