"""Do the tests notice? Breaks one thing at a time in a copy of the code and runs the tests on it.

python -m tests.mutation.mutate prestatie_desktop/domain/rank.py --tests tests/domain/test_rank.py
Prints each change that no test noticed. `--sample 40 --seed 1` takes forty of all changes.
"""

import argparse
import ast
import copy
import random
import shutil
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECONDS = 120

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE,
    ast.GtE: ast.Gt, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult,
}  # fmt: skip


def places(tree: ast.Module) -> list[tuple[int, int]]:
    """Everything in a module that can be broken, as (which node, in which of two ways)."""
    return [
        (index, choice)
        for index, node in enumerate(ast.walk(tree))
        for choice in range(2)
        if _shown(node) and _break(copy.copy(node), choice)
    ]


def mutant(tree: ast.Module, place: tuple[int, int]) -> tuple[int, str, ast.Module]:
    """A broken version of a module: its line, what was done, and the code."""
    broken = copy.deepcopy(tree)
    node = next(islice(ast.walk(broken), place[0], None))
    before = _shown(node)
    _break(node, place[1])
    return getattr(node, "lineno", 0), f"{before}  ->  {_shown(node)}", broken


def _shown(node: ast.AST) -> str:
    if isinstance(node, ast.FunctionDef):
        return "; ".join(ast.unparse(line) for line in node.body)[-90:]
    return ast.unparse(node)[:90] if isinstance(node, ast.expr | ast.stmt) else ""


def _break(node: ast.AST, choice: int) -> bool:
    return _break_test(node, choice) or (not choice and _break_value(node))


def _break_test(node: ast.AST, choice: int) -> bool:
    match node:
        case ast.If() | ast.IfExp():
            node.test = ast.Constant(bool(choice))
        case ast.BoolOp() if choice:
            node.values = node.values[:1]
        case ast.BoolOp():
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        case _:
            return False
    return True


def _break_value(node: ast.AST) -> bool:
    match node:
        case ast.Compare(ops=[op]) if type(op) in _COMPARISONS:
            node.ops = [_COMPARISONS[type(op)]()]
        case ast.UnaryOp(op=ast.Not()):
            node.op = ast.UAdd()
        case ast.BinOp(op=op) if type(op) in _SUMS:
            node.op = _SUMS[type(op)]()
        case ast.Constant(value=bool() as value):
            node.value = not value
        case ast.Constant(value=int() as value):
            node.value = value + 1
        case ast.Return(value=ast.expr()) if ast.unparse(node) != "return None":
            node.value = ast.Constant(None)
        case ast.FunctionDef() if not isinstance(node.body[-1], ast.Return):
            node.body = [*node.body[:-1], ast.Pass()]
        case _:
            return False
    return True


def survives(place: Path, code: str, target: Path, tests: list[str]) -> bool:
    """Whether all tests pass on broken code."""
    (place / target).write_text(code, encoding="utf-8")
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "--no-header", *tests]
    try:
        done = subprocess.run(command, cwd=place, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def main() -> None:
    """Try the changes of one module and print those that no test noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("module", type=Path, nargs="+")
    parser.add_argument("--tests", nargs="+", required=True)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name in ("prestatie_desktop", "tests", "resources", "db", "pyproject.toml"):
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, place / name)
            else:
                shutil.copy(source, place / name)
        for module in asked.module:
            _try(place, module, asked)


def _try(place: Path, module: Path, asked: argparse.Namespace) -> None:
    whole = (place / module).read_text(encoding="utf-8")
    code = ast.parse(whole)
    found = places(code)
    if asked.sample:
        found = random.Random(asked.seed).sample(found, min(asked.sample, len(found)))
    if not survives(place, whole, module, asked.tests):
        sys.exit("The tests fail on the code as it is; there is nothing to learn from breaking it.")
    left = 0
    for line, what, tree in (mutant(code, place_) for place_ in sorted(found)):
        if survives(place, ast.unparse(tree), module, asked.tests):
            left += 1
            print(f"{module}:{line}: {what}", flush=True)  # noqa: T201
    (place / module).write_text(whole, encoding="utf-8")
    print(f"{module}: {len(found)} changes, {left} unnoticed", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
