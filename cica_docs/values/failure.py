"""A fault of the run, in contrast to a fault of a document."""


class Failure(Exception):  # noqa: N818 - the field's word: it is no programming error
    """The run cannot answer: the revision is unknown, the folder has no register, or the output cannot be written.

    It has a key of the message catalogue and the values of the message; only `cli` catches it.
    Status 2 means "cannot decide", 3 "cannot write".
    """

    def __init__(self, key: str, *, status: int = 2, **details: object) -> None:
        super().__init__(key)
        self.key = key
        self.status = status
        self.details = details
