# What is called when an object goes away.
import weakref

class File:
    pass
f = File()
first = weakref.finalize(f, print, 'closed', 1)
second = weakref.finalize(f, print, 'also', sep='-')
print(first.alive, first.peek()[2])
second.detach()
del f
print(first.alive, first())
g = File()
third = weakref.finalize(g, lambda: 'called by hand')
print(third(), third.alive, third())
kept = File()
weakref.finalize(kept, print, 'at the end')
print('last line')
