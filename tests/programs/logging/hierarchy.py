import logging
import sys

root = logging.getLogger()
top, child = logging.getLogger('top'), logging.getLogger('top.mid.child')
print(child.parent, logging.getLogger('top.mid').parent, child.parent.name, top.getChild('mid') is child.parent)
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter('%(name)s %(levelname)s %(message)s'))
top.addHandler(handler)
root.addHandler(logging.StreamHandler(sys.stdout))
top.setLevel(logging.INFO)
child.info('twice')
child.debug('never')
top.propagate = False
child.info('once')
child.setLevel('DEBUG')
child.debug('by its own level')
handler.setLevel(logging.ERROR)
child.info('too low for the handler')
child.error('high enough')
print(child.getEffectiveLevel(), child.isEnabledFor(logging.DEBUG), top, handler, root)
