# A module of the standard library that is not there is not taken for one of the program's own.
import html
