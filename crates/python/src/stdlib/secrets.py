# Chance comes from the run, beside the program's own random numbers.

from random import SystemRandom

_system = SystemRandom()
choice, randbits, _randrange = _system.choice, _system.getrandbits, _system.randrange
DEFAULT_ENTROPY = 32


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError('Upper bound must be positive.')
    return _randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    from os import urandom
    return urandom(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    from base64 import urlsafe_b64encode
    return urlsafe_b64encode(token_bytes(nbytes)).rstrip(b'=').decode()


def compare_digest(a, b, /):
    return a == b
