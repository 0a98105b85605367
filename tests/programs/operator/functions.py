# Operators as functions.
import operator
from functools import reduce

print(operator.add(2, 3), operator.sub(2, 3), operator.mul('ab', 2), operator.truediv(7, 2), operator.floordiv(7, 2), operator.mod(7, 4))
print(operator.pow(2, 10), operator.neg(3), operator.pos(-3), operator.abs(-3), operator.invert(5), operator.lshift(1, 4), operator.rshift(16, 2))
print(operator.and_(6, 3), operator.or_(6, 3), operator.xor(6, 3), operator.not_(0), operator.truth([]))
print(operator.lt(1, 2), operator.le(2, 2), operator.eq(1, 1.0), operator.ne(1, 2), operator.gt(1, 2), operator.ge(1, 2))
print(operator.is_(None, None), operator.is_not(1, None), operator.contains([1, 2], 2), operator.countOf('banana', 'a'), operator.indexOf('abc', 'c'))
d = {}
operator.setitem(d, 'k', 1)
print(operator.getitem(d, 'k'), operator.delitem(d, 'k'), d, operator.concat([1], [2]), operator.length_hint([1, 2]), operator.call(max, 3, 4))
items = [1]
print(operator.iadd(items, [2]) is items, items, reduce(operator.mul, range(1, 6)), operator.__add__(1, 2), operator.index(True))
