# Options and arguments of every common shape, the help, and what is wrong with a command line.
import argparse

parser = argparse.ArgumentParser(
    prog="tool",
    description="A small tool that does things, with a description that is long enough to have to be wrapped.",
    epilog="That is all.",
)
parser.add_argument("names", nargs="+", help="names for %(prog)s")
parser.add_argument("count", type=int, nargs="?", default=3)
parser.add_argument("-p", "--nprod", type=int, default=5, help="producers (default: %(default)s)")
parser.add_argument("-c", "--ncon", type=int, default=10, metavar="N")
parser.add_argument("--verbose", "-v", action="count", default=0, help="say more, " * 6 + "until the line is full")
parser.add_argument("--mode", choices=["fast", "slow"], default="fast")
parser.add_argument("--flag", action="store_true")
parser.add_argument("--no-cache", dest="cache", action="store_false", help=argparse.SUPPRESS)
parser.add_argument("--tag", action="append")
parser.add_argument("--size", nargs=2, type=float, metavar=("W", "H"))
parser.print_help()


def attempt(*line):
    try:
        print(line, parser.parse_args(line))
    except SystemExit as error:
        print(line, "exit", error.code)


attempt("a")
attempt("a", "b", "-vv", "--tag", "x", "--tag=y")
attempt("a", "--size", "1", "2.5", "--mode", "slow", "-p7")
attempt("--flag", "--no-cache", "a", "4")
attempt("a", "--nc", "3", "--", "-b")
attempt()
attempt("a", "--mode", "odd")
attempt("a", "-p", "x")
attempt("a", "-p")
attempt("a", "--size", "1")
attempt("a", "--what")
attempt("a", "--n", "3")
print(parser.parse_known_args(["a", "--odd"]))
