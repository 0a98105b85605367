# What copies share.
import copy

inner = [1, 2]
data = {'list': inner, 'tuple': (inner, 3), 'set': {1}}
shallow, deep = copy.copy(data), copy.deepcopy(data)
inner.append(3)
print(shallow['list'], deep['list'], deep['tuple'], shallow['list'] is inner)
class Node:
    def __init__(self, value):
        self.value, self.children, self.parent = value, [], None
root, child = Node('root'), Node('child')
root.children.append(child)
child.parent = root
twin = copy.deepcopy(root)
print(twin.children[0].parent is twin, twin.children[0] is child, copy.copy(root).children is root.children)
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again[1] is again, again is loop)
t = (1, (2, 'x'))
print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.deepcopy(print) is print, copy.deepcopy(Node) is Node)
