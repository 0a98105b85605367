# Where an item belongs in a sorted list.
import bisect

scores = [10, 20, 20, 30]
print(bisect.bisect(scores, 20), bisect.bisect_left(scores, 20), bisect.bisect_right(scores, 5), bisect.bisect_left(scores, 99))
bisect.insort(scores, 25)
bisect.insort_left(scores, 20)
print(scores, bisect.bisect(scores, 20, 2, 4))
people = [('ann', 3), ('bob', 7)]
bisect.insort(people, ('cy', 5), key=lambda person: person[1])
print(people, bisect.bisect_left(people, 6, key=lambda person: person[1]))
print([['F', 'D', 'C', 'B', 'A'][bisect.bisect([60, 70, 80, 90], score)] for score in (33, 99, 77, 70, 89, 90)])
try:
    bisect.bisect(scores, 1, -1)
except ValueError as error:
    print(error)
