class Animal:
    sound = "..."

    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name} says {self.sound}"


class Dog(Animal):
    sound = "woof"

    def speak(self):
        return super().speak() + "!"


class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name + "y")
        self.age = age


p = Puppy("Dogg", 1)
print(p.speak(), p.age, Animal("It").speak())
print([c.__name__ for c in Puppy.__mro__], issubclass(Puppy, Animal), Puppy.__bases__[0] is Dog)
