class File:
    def write(self, text):
        print('write', repr(text))

    def flush(self):
        print('flush')


print('a', 'b', file=File(), flush=True)
print('c', file=File(), flush=False)
print('d', file=File(), flush=[])
