class Node:
    def __init__(self, value, following):
        self.value = value
        self.following = following

    def __eq__(self, other):
        return self.value == other.value


def chain(length):
    node = None
    for number in range(length):
        node = Node(number, node)
    return node


for _ in range(100):
    node = first = chain(1_000)
    total = 0
    while node is not None:
        if node == first:
            total += 1
        total += node.value
        node = node.following
