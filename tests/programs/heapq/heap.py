# The heap's own order, as CPython keeps it.
import heapq

heap = []
for n in [5, 1, 8, 3, 9, 2]:
    heapq.heappush(heap, n)
    print(heap)
print([heapq.heappop(heap) for _ in range(3)], heap)
data = [9, 4, 7, 1, 8, 2, 6, 3, 5]
heapq.heapify(data)
print(data, heapq.heapreplace(data, 10), heapq.heappushpop(data, 0), data)
print(heapq.nlargest(3, data), heapq.nsmallest(2, data), heapq.nlargest(2, ['aa', 'b', 'cccc'], key=len), heapq.nlargest(-1, data))
print(list(heapq.merge([1, 4], [2, 3], [0, 9])), list(heapq.merge('ca', 'db', reverse=True)), list(heapq.merge(['b', 'aaa'], ['cc'], key=len)))
tasks = [(2, 'code'), (1, 'eat'), (3, 'sleep')]
heapq.heapify(tasks)
while tasks:
    print(heapq.heappop(tasks))
for call in [lambda: heapq.heappop([]), lambda: heapq.heapify(()), lambda: heapq.heappush((), 1), lambda: heapq.heappush([1], 'a')]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
