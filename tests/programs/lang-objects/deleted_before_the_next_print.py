class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('deleted', self.name)


class Holder:
    pass


def main():
    holder = Holder()
    holder.thing = Noisy('by another attribute')
    holder.thing = None
    print('then')
    holder.thing = Noisy('with its attribute')
    del holder.thing
    print('then')
    held = {'key': Noisy('by another value'), 'other': Noisy('with its key')}
    held['key'] = None
    print('then')
    del held['other']
    print('then')
    held = [Noisy('by another item'), Noisy('with its place'), Noisy('with all')]
    held[0] = None
    print('then')
    del held[1]
    print('then')
    held[:] = []
    print('then')


main()
