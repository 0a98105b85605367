# The trees of patterns, turned into the instructions of re.rs.

__name__ = 're'

class _Writer:
    def __init__(self):
        self.code, self.sets = [], []
        self.counters = 0

    def emit(self, *numbers):
        self.code += (*numbers, 0, 0, 0)[:4]
        return len(self.code) - 4

    def here(self):
        return len(self.code) // 4

    def write(self, tree):
        kind = tree[0]
        if kind == 'char':
            self.emit(1, tree[1], tree[2])
        elif kind == 'list':
            for item in tree[1:]:
                self.write(item)
        elif kind == 'any' or kind == 'all':
            self.emit(2 if kind == 'any' else 3)
        elif kind == 'set':
            _, negated, ascii, ranges, classes, fold = tree
            self.emit(4, len(self.sets))
            self.sets.append([negated, ascii, fold, classes, *ranges])
        elif kind == 'either':
            ends = []
            for branch in tree[1][:-1]:
                split = self.emit(5, self.here() + 1)
                self.write(branch)
                ends.append(self.emit(6))
                self.code[split + 2] = self.here()
            self.write(tree[1][-1])
            for end in ends:
                self.code[end + 1] = self.here()
        elif kind == 'group':
            self.emit(7, tree[1] * 2)
            self.write(tree[2])
            self.emit(7, tree[1] * 2 + 1)
        elif kind == 'plain':
            self.write(tree[1])
        elif kind == 'at':
            self.emit(8, tree[1], tree[2])
        elif kind == 'ref':
            self.emit(9, tree[1], tree[2])
        elif kind == 'repeat':
            self.repeat(*tree[1:])
        elif kind == 'atomic':
            begin = self.here()
            self.emit(11)
            self.write(tree[1])
            self.emit(12, begin)
        elif kind == 'look':
            look = self.emit(10, tree[1], tree[2])
            self.write(tree[3])
            self.emit(12, look // 4)
            self.code[look + 3] = self.here()
        elif kind == 'unless':
            test = self.emit(16, tree[1])
            self.write(tree[2])
            if tree[3] is None:
                self.code[test + 2] = self.here()
            else:
                end = self.emit(6)
                self.code[test + 2] = self.here()
                self.write(tree[3])
                self.code[end + 1] = self.here()

    def repeat(self, least, most, kind, body):
        while body[0] == 'plain' or body[0] == 'list' and len(body) == 2:
            body = body[1]
        if body[0] in ('char', 'any', 'all', 'set'):
            self.emit(15, kind)
            self.emit(0, least, most)
            self.write(body)
            return
        if kind == 2:
            self.write(('atomic', ('repeat', least, most, 0, body)))
            return
        if (least, most) == (0, 1) and kind == 0:
            split = self.emit(5, self.here() + 1)
            self.write(body)
            self.code[split + 2] = self.here()
            return
        counter = self.counters
        self.counters += 1
        self.emit(13, counter)
        loop = self.emit(14, counter, 0, kind)
        self.emit(0, least, most)
        self.write(body)
        self.emit(6, loop // 4)
        self.code[loop + 2] = self.here()
