# Subcommands, each with options of its own.
import argparse
parser = argparse.ArgumentParser(prog="tool")
parser.add_argument("--version", action="version", version="%(prog)s 1.0")
sub = parser.add_subparsers(dest="command", required=True, help="what to do")
run = sub.add_parser("run", help="run it", aliases=["r"])
run.add_argument("--times", type=int, default=1)
run.set_defaults(func="run it")
stop = sub.add_parser("stop", help="stop it")
stop.add_argument("name")
parser.print_help()
run.print_help()
print(parser.parse_args(["run", "--times", "3"]))
print(parser.parse_args(["stop", "x"]))
for args in ([], ["jump"], ["stop"], ["--version"], ["run", "--bad"]):
    try:
        print(parser.parse_args(args))
    except SystemExit as error:
        print("exit", error.code)
