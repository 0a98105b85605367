# Runs of equal keys.
from itertools import groupby

print([(key, list(group)) for key, group in groupby('aaabbca')])
words = sorted(['bee', 'ant', 'bat', 'cow', 'ape'], key=lambda w: w[0])
for letter, group in groupby(words, key=lambda w: w[0]):
    print(letter, list(group))
groups = groupby([1, 1, 2])
first = next(groups)
second = next(groups)
print(first[0], list(first[1]), second[0], list(second[1]), list(groupby([])))
