# Groups, exclusive options, types and errors of the program's own.
import argparse
parser = argparse.ArgumentParser(prog="tool", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
group = parser.add_mutually_exclusive_group(required=True)
group.add_argument("--on", action="store_true", help="turn it on")
group.add_argument("--off", action="store_true", help="turn it off")
more = parser.add_argument_group("more", "things that are not needed often")
more.add_argument("--level", default="5", type=int, help="how much")
more.add_argument("--color", action=argparse.BooleanOptionalAction, default=True, help="colors")
parser.print_help()
print(parser.parse_args(["--on", "--no-color", "--level", "-3"]))
print(parser.parse_args(["--off"]).level)
for args in ([], ["--on", "--off"], ["--level", "x", "--on"]):
    try:
        print(parser.parse_args(args))
    except SystemExit as error:
        print("exit", error.code)
try:
    parser.add_argument("--on")
except argparse.ArgumentError as error:
    print(error)
def even(text):
    if int(text) % 2:
        raise argparse.ArgumentTypeError(f"{text} is odd")
    return int(text)
p = argparse.ArgumentParser(prog="x", exit_on_error=False)
p.add_argument("--n", type=even)
try:
    p.parse_args(["--n", "3"])
except argparse.ArgumentError as error:
    print(error)
print(p.parse_args(["--n", "4"]) == argparse.Namespace(n=4), "n" in p.parse_args([]))
print(p.parse_args([]).__dict__, vars(p.parse_args(["--n=2"])))
