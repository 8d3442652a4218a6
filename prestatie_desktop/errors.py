"""The two sorts of errors: what a user can act on, and everything else (a bug)."""


class UserError(Exception):
    """Something a person can act on.

    Its text is one clear Dutch sentence (or two): what happened, what was kept, what to do.
    The window shows it, the command line prints it on stderr and exits with 1.
    """
