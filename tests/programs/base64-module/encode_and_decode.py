# There and back.
import base64

for data in (b'', b'a', b'ab', b'abc', bytes(range(250, 256)), 'héllo'.encode()):
    print(base64.b64encode(data), base64.b64decode(base64.b64encode(data)) == data, base64.urlsafe_b64encode(data), base64.b32encode(data), base64.b16encode(data), base64.b32decode(base64.b32encode(data)) == data)
for text in ('YQ', 'YWJj=', 'Y', 'YW Jj', 'é'):
    try:
        print(base64.b64decode(text))
    except Exception as error:
        print(type(error).__name__, error)
try:
    base64.b64encode('text')
except TypeError as error:
    print(error)
