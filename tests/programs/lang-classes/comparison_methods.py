class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __le__(self, other):
        return self < other or self == other

    def __repr__(self):
        return ".".join(map(str, self.parts))


versions = [Version(1, 10), Version(1, 2), Version(0, 9, 1)]
print(sorted(versions), min(versions), max(versions))
print(versions[0] > versions[1], versions[0] >= versions[1], versions[0] != versions[1])
try:
    {versions[0]: 1}
except TypeError as error:
    print(error)
