from dataclasses import dataclass, field


@dataclass
class Job:
    name: str
    seconds: float = 1.0
    tags: list = field(default_factory=list)


a, b = Job('a'), Job('a')
print(a, a == b, a != Job('b'), a is b)
a.tags.append('x')
print(a, b, a == b, Job('c', 2, ['y']), repr([a]))
print(Job.__match_args__, Job.__init__.__annotations__, Job.__doc__)
match a:
    case Job(name, seconds):
        print(name, seconds)
for wrong in [lambda: Job(), lambda: Job('a', 1, [], 4), lambda: Job(nam='a'), lambda: Job('a', name='b'),
              lambda: Job('a') < Job('b'), lambda: hash(a)]:
    try:
        print(wrong())
    except TypeError as error:
        print(error)
