# Digests of bytes.
import hashlib

for name in ('md5', 'sha1', 'sha224', 'sha256'):
    h = hashlib.new(name, b'hello')
    h.update(b' world' * 20)
    print(name, h.hexdigest(), h.digest_size, h.block_size, h.name)
print(hashlib.sha256(b'').hexdigest()[:16], hashlib.md5('é'.encode()).digest()[:4], hashlib.sha1(b'a').copy().hexdigest()[:8])
try:
    hashlib.sha256('text')
except TypeError as error:
    print(error)
