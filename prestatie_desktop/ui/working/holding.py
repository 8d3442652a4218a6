"""Very many things that stay for a while: Python's collector leaves them alone meanwhile.

It would look through all of them again and again, and the window waits each time.
"""

import gc

#: Fewer than this are looked through in no time.
MANY = 10_000


def hold() -> None:
    """Leave alone what there is now. What nobody uses any more still goes, but for rings."""
    gc.freeze()


def let_go() -> None:
    """Look through everything again."""
    gc.unfreeze()
