# Items with an order of their own.
import heapq

class Job:
    def __init__(self, priority, name):
        self.priority, self.name = priority, name
    def __lt__(self, other):
        return self.priority < other.priority

heap = []
for priority, name in [(3, 'low'), (1, 'high'), (2, 'middle')]:
    heapq.heappush(heap, Job(priority, name))
print([heapq.heappop(heap).name for _ in range(3)])
