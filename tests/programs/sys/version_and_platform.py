import sys

print(sys.version_info[:2], sys.version_info >= (3, 11), sys.version_info.major, sys.version_info.minor)
print(sys.version.split()[0].startswith('3.13'), sys.platform, sys.maxsize, sys.byteorder, sys.implementation.name)
print(sys.float_info.max, sys.float_info.epsilon, sys.maxunicode, sys.getdefaultencoding(), sys.hexversion >> 16 == 0x30d)
print(sys.argv, 'sys' in sys.modules, 'json' in sys.modules, sys.modules['__main__'].__name__, sys.intern('x'))
if sys.platform == 'win32':
    print('windows')
