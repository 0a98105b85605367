# Classes of the library with arguments, as annotations have them.
import collections
import collections.abc
import itertools
import queue
import re
import weakref

class Own(dict):
    pass
class Words(collections.UserList[str]):
    pass
for alias in [collections.defaultdict[str, int], collections.Counter[str], collections.OrderedDict[str, int], collections.deque[int], collections.ChainMap[str, int], queue.Queue[int], re.Pattern[str], re.Match[str], weakref.ref[int],
              itertools.chain[int], collections.abc.Callable[[int, str], None], collections.abc.Mapping[str, int], collections.UserDict[str, int], Own[str, int]]:
    print(alias)
print(Words(['a']), collections.deque[int]([1, 2]), collections.defaultdict[str, list](list))
