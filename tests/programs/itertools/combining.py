# Chains, zips, sums and pairs.
from itertools import accumulate, batched, chain, pairwise, starmap, tee, zip_longest
import operator

print(list(chain('ab', [1], ())), list(chain.from_iterable(['ab', 'cd'])), list(chain()))
print(list(zip_longest('abc', [1])), list(zip_longest('a', [1, 2], fillvalue='-')), list(zip_longest()))
print(list(accumulate([1, 2, 3])), list(accumulate([3, 1, 5], max)), list(accumulate([1, 2], initial=10)))
print(list(accumulate([1, 2, 3, 4], operator.mul)), list(accumulate([])))
print(list(pairwise('abcd')), list(pairwise([1])), list(batched('abcdefg', 3)), list(starmap(pow, [(2, 3), (3, 2)])))
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a), tee('x', 0))
for call in [lambda: batched('a', 0), lambda: list(batched('abc', 2, strict=True)), lambda: chain.from_iterable(3)]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
