from typing import NotRequired, Required, TypedDict


class Movie(TypedDict):
    title: str
    year: int


class Detailed(Movie, total=False):
    rating: float
    studio: Required[str]


class Config(TypedDict):
    name: str
    debug: NotRequired[bool]


movie: Movie = {'title': 'x', 'year': 2024}
print(movie, type(movie), Movie(title='y', year=1), Movie.__annotations__, Movie.__total__)
print(sorted(Detailed.__required_keys__), sorted(Detailed.__optional_keys__), Detailed.__total__)
print(sorted(Config.__required_keys__), sorted(Config.__optional_keys__))
Point = TypedDict('Point', {'x': int, 'y': int})
print(Point(x=1, y=2), Point.__name__)
try:
    isinstance({}, Movie)
except TypeError as error:
    print(error)
