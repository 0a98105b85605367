class Point:
    __slots__ = 'x', 'y'
    kind = 'point'

    def move(self):
        pass


point = Point()
point.x = 1
for name in ('x', 'x', 'y', 'kind', 'move', 'z'):
    try:
        delattr(point, name)
        print('deleted', name)
    except AttributeError as error:
        print(f'{name}: {error}')
