from functools import cached_property, lru_cache


class Page:
    def __init__(self, name):
        self.name = name

    @lru_cache(maxsize=None)
    def words(self, least):
        print('counting', self.name, least)
        return len(self.name) + least

    @cached_property
    def upper(self):
        print('computing', self.name)
        return self.name.upper()


a, b = Page('a'), Page('bb')
print(a.words(1), a.words(1), b.words(1), Page.words(a, 1))
print(Page.words.cache_info())
print(a.upper, a.upper, a.__dict__)
del a.upper
print(a.upper)
