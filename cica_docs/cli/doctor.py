"""The command `cica doctor`."""

from cica_docs.cli.answer import AnswerFormat, Form, read_command_words, write_answer
from cica_docs.cli.options import Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register
from cica_docs.values.failure import Failure


def doctor(
    register: Register = None,
    revision: Revision = None,
    format: Form = AnswerFormat.TEXT,
    lang: Lang = None,
) -> int:
    """Say what would let a change be merged past the check.

    Reads the workflows, owners and attributes as committed, of GitHub, GitLab, Forgejo and Gitea, and names each place
    where a change could weaken, skip or replace its own check. What only the settings of the forge can show is listed
    after that. Exit status 1: there is such a place.

      cica doctor

      cica doctor --revision main --format json
    """
    from cica_docs.api.gate.diagnosis import FOLDERS, MOST, diagnose, is_read_by_forge
    from cica_docs.api.gate.formats import format_diagnosis, list_diagnosis
    from cica_docs.api.gate.remark import FAULT
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    words = read_command_words(read_catalogue(packaged_templates(), choose_language(lang)))
    opened = open_register(register, revision, None)
    if opened.repository is None:
        raise Failure("no-repository", folder=str(opened.root))
    commit = opened.repository.commit(revision or "HEAD")
    files = opened.repository.read_files(commit, FOLDERS, is_read_by_forge, MOST)
    remarks = diagnose(files, opened.snapshot.prefix)
    write_answer(
        format, lambda: list_diagnosis(remarks, words), lambda: format_diagnosis(remarks, words, commit=commit[:12])
    )
    return int(any(remark.kind == FAULT for remark in remarks))
